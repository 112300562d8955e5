import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive, stopGroup } from "@/scripts/processes/process-group";

/**
 * Clears the way for a server on this data: stops one that a killed start has left running, and removes the lock of
 * one that is gone (its process id may belong to another program by now, which PostgreSQL would take for a server).
 */
export async function clearLeftover(data: string): Promise<void> {
  const lock = join(data, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  if (pid > 1 && isAlive(pid) && worksIn(pid, data))
    await stopGroup({ pid, signal: "SIGINT", patienceMs: 20_000 });
  if (!(isAlive(pid) && worksIn(pid, data))) rmSync(lock, { force: true });
}

/** PostgreSQL works in its data directory. Where the system does not tell, we leave the question to PostgreSQL. */
function worksIn(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return !existsSync("/proc/self/cwd");
  }
}
