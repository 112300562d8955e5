/**
 * The guard: a program that outlives a killed start. Its parent tells it what it has started; when the channel to the
 * parent closes, the guard stops whatever is still on the list, the newest first, and ends. Signals from the terminal
 * do not reach it, since it leads a session of its own.
 */
import { rmSync } from "node:fs";
import type { GuardMessage, Watched } from "./guard";
import { stopGroup } from "./process-group";

const watched: Watched[] = [];

process.on("message", (message: GuardMessage) => {
  if ("watch" in message) watched.push(message.watch);
  else remove(message.release);
});
process.on("disconnect", () => void stopAll());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

async function stopAll(): Promise<void> {
  for (const { directory, ...group } of watched.toReversed()) {
    await stopGroup(group);
    if (directory) rmSync(directory, { recursive: true, force: true });
  }
  process.exit(0);
}

function remove(pid: number): void {
  const index = watched.findIndex((entry) => entry.pid === pid);
  if (index >= 0) watched.splice(index, 1);
}
