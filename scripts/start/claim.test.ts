import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isAlive, processIdentity } from "@/scripts/processes/process-group";
import { claim, runningAddresses } from "./claim";

const directory = mkdtempSync(join(tmpdir(), "lotse-claim-"));
const file = join(directory, "running.json");
afterAll(() => rmSync(directory, { recursive: true }));

describe("one start at a time", () => {
  test("a second start is refused while the first runs, and commands find its addresses", async () => {
    const mine = await claim(file);
    await expect(claim(file)).rejects.toThrow(/is running here already/);
    mine.publish({ APP_URL: "http://127.0.0.1:3000" });
    expect(runningAddresses(file)).toEqual({ APP_URL: "http://127.0.0.1:3000" });
    mine.release();
    expect(existsSync(file)).toBe(false);
    expect(runningAddresses(file)).toBeNull();
  });

  test("after a killed start what it left running is stopped, and nothing else", async () => {
    const left = sleeper();
    const innocent = sleeper();
    writeNote([
      { pid: left.pid!, identity: processIdentity(left.pid!) },
      // The same number, but a process that began later than the one noted.
      { pid: innocent.pid!, identity: "an earlier process" },
    ]);
    const mine = await claim(file);
    expect(isAlive(left.pid!)).toBe(false);
    expect(isAlive(innocent.pid!)).toBe(true);
    innocent.kill("SIGKILL");
    mine.release();
  });

  test("a note that was cut off while it was written stands in nobody's way", async () => {
    writeFileSync(file, '{"addresses":{"APP_');
    const mine = await claim(file);
    expect(JSON.parse(readFileSync(file, "utf8")).starter.pid).toBe(process.pid);
    mine.release();
  });
});

function sleeper() {
  return spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" });
}

/** What a start that is gone has left behind. */
function writeNote(started: { pid: number; identity: string | null }[]): void {
  const gone = { pid: 2 ** 22 - 1, identity: "gone" };
  const entries = started.map((entry) => ({ ...entry, signal: "SIGTERM", patienceMs: 5000 }));
  writeFileSync(file, JSON.stringify({ addresses: {}, starter: gone, guard: null, started: entries }));
}
