import { readFileSync } from "node:fs";

/** A process that leads its own group (it was started with `detached`), and how it likes to be stopped. */
export type ProcessGroup = { pid: number; signal: NodeJS.Signals; patienceMs: number };

const pollMs = 30;

/**
 * Stops a process that leads its own group: asks with its signal, waits `patienceMs`, then kills whatever is left of
 * the group. Returns when the process is gone; a process that is gone already is fine.
 */
export async function stopGroup({ pid, signal, patienceMs }: ProcessGroup): Promise<void> {
  send(pid, signal);
  const deadline = Date.now() + patienceMs;
  while (isAlive(pid) && Date.now() < deadline) await pause();
  killGroup(pid);
  const killedBy = Date.now() + 2000;
  while (isAlive(pid) && Date.now() < killedBy) await pause();
}

/** Kills what is left of a group whose leader is gone or does not listen. */
export function killGroup(pid: number): void {
  send(-pid, "SIGKILL");
}

/** Whether the process runs; one that has ended and only waits to be collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return statusFields(pid)?.[0] !== "Z";
}

/**
 * Tells a process from a later one with the same id: its start time within this boot of the machine. Null when the
 * process is gone or the system does not say.
 */
export function processIdentity(pid: number): string | null {
  // Field 22 of the line is the start time; the list begins at field 3.
  const startTime = isAlive(pid) ? statusFields(pid)?.[19] : undefined;
  return startTime ? `${bootId()}:${startTime}` : null;
}

/** The fields of /proc/<pid>/stat after the name, which may itself hold spaces and brackets. */
function statusFields(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "unknown";
  }
}

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch {
    // Gone already.
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pollMs));
}
