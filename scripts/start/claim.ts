import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { guardPid, onWatchedChange, watchedProcesses } from "@/scripts/processes/guard";
import { isAlive, processIdentity, stopGroup } from "@/scripts/processes/process-group";
import { writePrivate } from "./data-directory";
import { Problem } from "./problem";

const known = z.object({ pid: z.number(), identity: z.string().nullable() });
const note = z.object({
  /** How commands on this machine reach what is running: addresses, the database's with its password. */
  addresses: z.record(z.string(), z.string()),
  starter: known,
  guard: known.nullable(),
  started: z.array(known.extend({ signal: z.string(), patienceMs: z.number() })),
});
type Known = z.output<typeof known>;
type Note = z.output<typeof note>;

export type Claim = { publish: (addresses: Record<string, string>) => void; release: () => void };

/**
 * Takes the data directory for this program alone, and keeps a list in it of what is running. Clears up after a start
 * that was killed. Throws a Problem when another start is using it.
 */
export async function claim(file: string): Promise<Claim> {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (createNote(file)) return keepNote(file);
    await clearAfter(readNote(file));
    rmSync(file, { force: true });
  }
  throw new Problem(`Another start of Lotse keeps taking ${file}: stop it first.`);
}

function keepNote(file: string): Claim {
  let addresses: Record<string, string> = {};
  const write = () => writePrivate(file, currentNote(addresses));
  onWatchedChange(write);
  return {
    publish: (known) => {
      addresses = known;
      write();
    },
    release: () => {
      onWatchedChange(undefined);
      rmSync(file, { force: true });
    },
  };
}

/** The addresses of the start that is using the directory now; null when none is. */
export function runningAddresses(file: string): Record<string, string> | null {
  const current = readNote(file);
  return current && isSame(current.starter) ? current.addresses : null;
}

async function clearAfter(old: Note | null): Promise<void> {
  if (!old) return;
  if (isSame(old.starter)) {
    throw new Problem(
      `Lotse is running here already (process ${old.starter.pid}): stop it with Ctrl-C in its window.`,
    );
  }
  // The guard of a killed start is still stopping things: let it.
  for (const deadline = Date.now() + 45_000; old.guard && isSame(old.guard) && Date.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const left of old.started.toReversed()) {
    if (isSame(left)) await stopGroup({ ...left, signal: left.signal as NodeJS.Signals });
  }
}

function createNote(file: string): boolean {
  try {
    writeFileSync(file, currentNote({}), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Null when there is none, or it was cut off in the middle of writing. */
function readNote(file: string): Note | null {
  try {
    return note.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

function currentNote(addresses: Record<string, string>): string {
  const guard = guardPid();
  return JSON.stringify({
    addresses,
    starter: describe(process.pid),
    guard: guard === undefined ? null : describe(guard),
    started: watchedProcesses().map((entry) => ({ ...entry, ...describe(entry.pid) })),
  } satisfies Note);
}

function describe(pid: number): Known {
  return { pid, identity: processIdentity(pid) };
}

/** Whether this very process still runs, and not a later one with its id. */
function isSame({ pid, identity }: Known): boolean {
  return isAlive(pid) && processIdentity(pid) === identity;
}
