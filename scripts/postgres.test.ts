import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres } from "./postgres";
import { isAlive } from "./processes/process-group";

let directory: string;
beforeAll(() => {
  const parent = mkdtempSync(join(tmpdir(), "lotse-postgres-test-"));
  chmodSync(parent, 0o711);
  directory = join(parent, "postgres");
});
afterAll(() => rmSync(join(directory, ".."), { recursive: true, force: true }));

describe("the PostgreSQL of this machine", () => {
  test("keeps its data from one start to the next, sorts and folds umlauts, and stops for good", async () => {
    const first = await startPostgres({ directory });
    await query(first.url, "create table kept (word text); insert into kept values ('Überlingen')");
    await first.stop();
    expect(isAlive(first.process.pid)).toBe(false);
    const second = await startPostgres({ directory });
    const [row] = await query(second.url, "select lower(word) as word from kept");
    await second.stop();
    expect(row).toEqual({ word: "überlingen" });
  });

  test("a lock of a server that is gone does not stand in the way, even if its process id lives on", async () => {
    const lock = join(directory, "data", "postmaster.pid");
    writeFileSync(lock, `${process.pid}\n${join(directory, "data")}\n`);
    const server = await startPostgres({ directory });
    expect(readFileSync(lock, "utf8").split("\n")[0]).toBe(String(server.process.pid));
    await server.stop();
  });

  test("is stopped when the program that started it is killed, and starts again at once", async () => {
    const { child, serverPid } = await startInAnotherProgram(directory);
    child.kill("SIGKILL");
    await expect.poll(() => isAlive(serverPid), { timeout: 15_000 }).toBe(false);
    const server = await startPostgres({ directory });
    await server.stop();
  });

  test("data of another version and damaged data are refused in one sentence", async () => {
    const version = join(directory, "data", "PG_VERSION");
    writeFileSync(version, "17\n");
    await expect(startPostgres({ directory })).rejects.toThrow(/belongs to PostgreSQL 17, and this is 18/);
    writeFileSync(version, "18\n");
    const control = join(directory, "data", "global", "pg_control");
    renameSync(control, `${control}.away`);
    await expect(startPostgres({ directory })).rejects.toThrow(/did not start on .*pg_control.*\.$/);
    renameSync(`${control}.away`, control);
  });
});

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = postgres(url, { max: 1, prepare: false, onnotice: () => {} });
  try {
    return await client.unsafe(statement);
  } finally {
    await client.end();
  }
}

/** A program that starts the server and then does nothing until it is killed. */
async function startInAnotherProgram(home: string) {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, "postgres.ts"))});
    const server = await startPostgres({ directory: ${JSON.stringify(home)} });
    console.log(server.process.pid);
    setInterval(() => {}, 1000);`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", program];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const serverPid = await new Promise<number>((resolve, reject) => {
    child.stdout.on("data", (chunk) => resolve(Number(String(chunk).trim())));
    child.on("exit", () => reject(new Error("the program ended early")));
  });
  return { child, serverPid };
}
