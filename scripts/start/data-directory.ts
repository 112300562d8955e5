import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem, fileProblem } from "./problem";

export type DataDirectory = { root: string; postgres: string; keys: string; running: string; logs: string };

/** Everything Lotse keeps on this machine is in one folder. Throws a Problem when it cannot be written. */
export function openDataDirectory(root: string): DataDirectory {
  const logs = join(root, "logs");
  try {
    mkdirSync(logs, { recursive: true });
    // PostgreSQL's user walks through when we are root; every file inside has rights of its own.
    if (process.getuid?.() === statSync(root).uid) chmodSync(root, 0o711);
    chmodSync(logs, 0o700);
    const probe = join(root, "probe");
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw fileProblem(error) ?? new Problem(`${root} cannot be used: ${(error as Error).message}`);
  }
  return {
    root,
    logs,
    postgres: join(root, "postgres"),
    keys: join(root, "keys.json"),
    running: join(root, "running.json"),
  };
}

/** Puts the logs of the last start aside; those of the one before it go. */
export function putLogsAside(directory: string): void {
  for (const log of readdirSync(directory).filter((name) => name.endsWith(".log"))) {
    renameSync(join(directory, log), join(directory, `${log}.before`));
  }
}

/** Writes a file that only we may read, in one move. */
export function writePrivate(file: string, content: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o600 });
  renameSync(unfinished, file);
}
