import { setTimeout as delay } from "node:timers/promises";
import { type Inngest } from "inngest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { eventually, freePort, startBoth, startEngine, whenReady } from "@/tests/support/engine";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let both: Awaited<ReturnType<typeof startBoth>>;
const starts = new Map<string, number>();
const executing = new Set<string>();
const overlaps: string[] = [];
let limited = 0;
let mostLimited = 0;

function functions(client: Inngest) {
  const execute = async (key: string, ms: number) => {
    starts.set(key, (starts.get(key) ?? 0) + 1);
    if (executing.has(key)) overlaps.push(key);
    executing.add(key);
    await delay(ms);
    executing.delete(key);
  };
  return [
    client.createFunction({ id: "busy", triggers: { event: "busy" } }, async ({ runId, step }) => {
      for (const n of [1, 2]) await step.run(`s${n}`, () => execute(`${runId} s${n}`, 20));
      await Promise.all([1, 2, 3].map((n) => step.run(`p${n}`, () => execute(`${runId} p${n}`, 20))));
    }),
    client.createFunction({ id: "few", triggers: { event: "few" }, concurrency: 3 }, async ({ step }) => {
      for (const n of [1, 2]) {
        await step.run(`s${n}`, async () => {
          mostLimited = Math.max(mostLimited, ++limited);
          await delay(15);
          limited--;
        });
      }
    }),
    client.createFunction({ id: "slow", triggers: { event: "slow" } }, async ({ step }) => {
      await step.run("slow", () => execute("slow", 3500));
    }),
    client.createFunction({ id: "paused", triggers: { event: "paused" } }, async ({ step }) => {
      const count = await step.run("paused", async () => {
        starts.set("paused", (starts.get("paused") ?? 0) + 1);
        const mine = starts.get("paused");
        await delay(400);
        return mine;
      });
      await step.run("after", () => execute(`after ${count}`, 1));
    }),
  ];
}

let second: ReturnType<typeof startEngine>;

beforeAll(async () => {
  both = await startBoth(functions, { ENGINE_LEASE_MS: "2000" });
  const env = { ENGINE_LEASE_MS: "2000" };
  second = startEngine({ databaseUrl: both.database.url, appUrl: both.app.url, port: await freePort(), env });
  await whenReady(second);
});
afterAll(async () => {
  for (const engine of [second, both.engine]) engine.process.kill("SIGCONT");
  await second.stop();
  await both.close();
});

describe("two engines on one database", () => {
  it("never execute a step twice, nor one step at the same time", async () => {
    await both.app.client.send(Array.from({ length: 40 }, (_, n) => ({ name: "busy", data: { n } })));
    await eventually(
      async () => (await both.api.runsOf("busy")).filter((run) => run.status === "completed").length === 40,
    );
    expect(starts.size).toBe(200);
    expect([...starts.values()].every((count) => count === 1)).toBe(true);
    expect(overlaps).toEqual([]);
  });

  it("keep a concurrency limit together", async () => {
    await both.app.client.send(Array.from({ length: 20 }, (_, n) => ({ name: "few", data: { n } })));
    await eventually(
      async () => (await both.api.runsOf("few")).filter((run) => run.status === "completed").length === 20,
    );
    expect(mostLimited).toBeGreaterThan(1);
    expect(mostLimited).toBeLessThanOrEqual(3);
  });

  it("go on when the database cuts all their connections, again and again", async () => {
    starts.clear();
    await both.app.client.send(
      Array.from({ length: 20 }, (_, n) => ({ name: "busy", data: { n, again: true } })),
    );
    for (let round = 0; round < 5; round++) {
      await delay(60);
      await both.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'lotse-engine' and datname = current_database()`;
    }
    const allDone = async () => (await both.api.runsOf("busy")).every((run) => run.status === "completed");
    await eventually(async () => starts.size === 100 && (await allDone()), 60_000);
  });

  it("leave a step alone that takes longer than the lease", async () => {
    await both.app.client.send({ name: "slow", data: {} });
    await both.api.whenRun("slow", "completed");
    expect(starts.get("slow")).toBe(1);
  });

  it("take over from one that stands still, whose late result does not count", async () => {
    const owner = async () =>
      (await both.sql`select owner from engine.run where function_id = 'shop-paused'`)[0]?.owner;
    await both.app.client.send({ name: "paused", data: {} });
    const first = await eventually(owner);
    const [instance] = await both.sql`select pid from engine.instance where id = ${first}`;
    const standing = instance?.pid === second.process.pid ? second : both.engine;
    standing.process.kill("SIGSTOP");
    await eventually(async () => {
      const now = await owner();
      return now && now !== first;
    });
    const done = await eventually(
      async () =>
        (
          await both.sql`select status from engine.run where function_id = 'shop-paused' and status = 'completed'`
        )[0],
    );
    expect(done.status).toBe("completed");
    standing.process.kill("SIGCONT");
    await eventually(() => standing.output().includes("given up for dead"));
    await delay(200);
    expect([starts.get("paused"), starts.get("after 2"), starts.has("after 1")]).toEqual([2, 1, false]);
  });
});
