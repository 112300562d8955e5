import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { bareEnvironment } from "./bare-environment";
import type { ProcessGroup } from "./process-group";

/** A process group, and a temporary directory that goes with it. */
export type Watched = ProcessGroup & { directory?: string };
export type GuardMessage = { watch: Watched } | { release: number };

let guard: ChildProcess | undefined;
const watched = new Map<number, Watched>();

let listener: (() => void) | undefined;

/** Calls `onChange` whenever the list of watched processes changes; one listener at a time. */
export function onWatchedChange(onChange: (() => void) | undefined): void {
  listener = onChange;
}

export function watchedProcesses(): Watched[] {
  return [...watched.values()];
}

/** From now on the process is stopped, and its directory removed, even if this program is killed with SIGKILL. */
export function watch(entry: Watched): void {
  watched.set(entry.pid, entry);
  tell({ watch: entry });
  listener?.();
}

/** The process has been stopped; its id may now belong to another one. */
export function release(pid: number): void {
  if (!watched.delete(pid)) return;
  tell({ release: pid });
  listener?.();
}

/** The process id of the guard, once something is watched. */
export function guardPid(): number | undefined {
  return guard?.pid;
}

function tell(message: GuardMessage): void {
  guard ??= startGuard();
  if (guard.connected) guard.send(message, () => {});
}

function startGuard(): ChildProcess {
  const child = fork(join(import.meta.dirname, "guard-process.ts"), {
    execArgv: ["--import", "tsx"],
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: bareEnvironment({ PATH: process.env.PATH }),
  });
  child.unref();
  child.channel?.unref();
  child.on("error", () => {});
  child.on("exit", () => {
    if (guard === child) replaceGuard();
  });
  return child;
}

/** Somebody ended the guard alone: another one takes over its list. */
function replaceGuard(): void {
  guard = undefined;
  for (const entry of watched.values()) tell({ watch: entry });
  listener?.();
}
