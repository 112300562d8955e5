import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { release, watch } from "./guard";
import { killGroup, stopGroup } from "./process-group";

export type Launch = {
  command: string;
  args: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Another user to run as; only root may. */
  user?: { uid: number; gid: number };
  /** Takes each line of both outputs; without it and without `logFile` they are thrown away. */
  onLine?: (line: string) => void;
  /** File descriptor that takes both outputs. */
  logFile?: number;
  stopSignal?: NodeJS.Signals;
  /** How long the process may take to stop, in milliseconds. */
  patienceMs?: number;
  /** Removed by the guard if this program is killed. */
  temporaryDirectory?: string;
};

export type Ended = { code: number | null; signal: NodeJS.Signals | null };
export type Launched = {
  pid: number;
  ended: Promise<Ended>;
  /** How it ended; null while it runs. */
  result: () => Ended | null;
  stop: () => Promise<void>;
};

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal reaches only us and we stop our
 * programs in order. It is stopped too if we are killed. Rejects when it cannot be started.
 */
export async function launch(options: Launch): Promise<Launched> {
  const { onLine, logFile, stopSignal = "SIGTERM", patienceMs = 10_000 } = options;
  const sink = logFile ?? (onLine ? "pipe" : "ignore");
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", sink, sink],
    detached: true,
    ...options.user,
  });
  let result: Ended | null = null;
  const ended = new Promise<Ended>((resolve) => {
    child.on("exit", (code, signal) => resolve((result = { code, signal })));
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream && onLine) createInterface({ input: stream }).on("line", onLine);
  }
  await once(child, "spawn");
  const pid = child.pid!;
  watch({ pid, signal: stopSignal, patienceMs, directory: options.temporaryDirectory });
  void ended.then(() => {
    killGroup(pid);
    release(pid);
  });
  const stop = () => (result ? Promise.resolve() : stopGroup({ pid, signal: stopSignal, patienceMs }));
  return { pid, ended, result: () => result, stop };
}
