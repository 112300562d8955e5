import { setTimeout as delay } from "node:timers/promises";
import { type Inngest, NonRetriableError } from "inngest";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "@/tests/support/database";
import { faultPoints } from "./faults";
import {
  createApi,
  eventKey,
  eventually,
  freePort,
  startApp,
  startEngine,
  type TestEngine,
  whenReady,
} from "@/tests/support/engine";

const lanes = 4;
const hour = 3_600_000;
/** Sagas that are halfway through before the first engine dies. */
const early = [1001, 1002, 1003];

/** How often each step was executed, by run and step, in the application, which survives the engine. */
type Executions = Map<string, number>;

describe("an engine killed with SIGKILL", () => {
  const killed: string[] = [];

  describe.concurrent("at every point of a run", () => {
    for (let lane = 0; lane < lanes; lane++) {
      const points = faultPoints.filter((_, place) => place % lanes === lane);
      it(`loses nothing and repeats no stored step (${points.length} points, part ${lane + 1})`, async () => {
        killed.push(...(await killAtEach(points)));
      }, 900_000);
    }
  });

  afterAll(() => expect(killed.sort()).toEqual([...faultPoints].sort()));
});

/** Starts an engine for each point, lets it die there while sagas run, and checks everything with a last one. */
async function killAtEach(points: readonly string[]): Promise<string[]> {
  const executions: Executions = new Map();
  const port = await freePort();
  const database = await createTestDatabase({ empty: true, direct: true });
  const sql = postgres(database.url, { max: 2, prepare: false, onnotice: () => {} });
  const app = await startApp(port, (client) => functions(client, executions, "first"));
  const launch = (env: Record<string, string>) =>
    startEngine({
      databaseUrl: database.url,
      appUrl: app.url,
      port,
      env: { ENGINE_LEASE_MS: "500", ENGINE_POLL_MS: "50", ...env },
    });
  const stored = new Map<string, number>();
  const killed: string[] = [];
  const unsent = new Set(early);
  const killAt = async (point: string) => {
    app.deploy(functions(app.client, executions, point));
    const engine = launch({ ENGINE_KILL_AT: point });
    unsent.add(killed.length);
    await pumpUntil(engine, sql, unsent, () => engine.process.signalCode !== null, point);
    killed.push(point);
    expect(await forgottenRuns(sql), point).toEqual([]);
    for (const key of await storedSteps(sql)) if (!stored.has(key)) stored.set(key, executions.get(key) ?? 0);
  };
  const whileInstalling = points.filter((point) => /^(migrate|sync|instance)/.test(point));
  for (const point of whileInstalling) await killAt(point);
  await letSomeSagasRunHalfway(launch({}), sql, unsent);
  for (const point of points) if (!whileInstalling.includes(point)) await killAt(point);
  const last = launch({});
  const sagas = early.length + points.length;
  await pumpUntil(last, sql, unsent, () => allEnded(sql, sagas), "the end");
  await checkEverything(sql, sagas, executions, stored);
  await last.stop();
  await app.close();
  await sql.end();
  await database.drop();
  return killed;
}

async function letSomeSagasRunHalfway(
  engine: TestEngine,
  sql: postgres.Sql,
  unsent: Set<number>,
): Promise<void> {
  await whenReady(engine);
  const waiting = () => sql`select 1 from engine.watch where event_name = 'go'`;
  const areHalfway = async () => (await waiting()).length >= early.length;
  await pumpUntil(engine, sql, unsent, areHalfway, "the middle of the first sagas", false);
  await engine.stop();
}

/**
 * Keeps the world going: events that were not accepted yet are sent again, answers come, time passes, what waits to be
 * cancelled by hand is.
 */
async function pumpUntil(
  engine: TestEngine,
  sql: postgres.Sql,
  unsent: Set<number>,
  isOver: () => boolean | Promise<boolean>,
  what: string,
  withAnswers = true,
): Promise<void> {
  const api = createApi(engine.url);
  const end = Date.now() + 120_000;
  for (let round = 0; !(await isOver()); round++) {
    if (Date.now() > end) throw new Error(`${what} was not reached: ${engine.output().slice(-3000)}`);
    await (async () => {
      for (const n of unsent) {
        if (await post(engine, { name: "saga", id: `saga-${n}`, data: { n } })) unsent.delete(n);
      }
      const waiting = await sql<{ event: string }[]>`
        select r.event from engine.run r join engine.watch w on w.run_id = r.id where w.event_name = 'go'`;
      for (const { event } of withAnswers ? waiting : [])
        await post(engine, { name: "go", data: JSON.parse(event).data });
      const victims = await sql<{ id: string }[]>`
        select id from engine.run where function_id = 'shop-victim' and status = 'running' and owner is null`;
      for (const { id } of victims) await api.call("POST", `/v1/runs/${id}/cancel`);
      await api.advance(3 * hour);
    })().catch(() => {});
    await delay(round < 3 ? 40 : 120);
  }
}

async function post(engine: TestEngine, event: object): Promise<boolean> {
  const response = await fetch(`${engine.url}/e/${eventKey}`, {
    method: "POST",
    body: JSON.stringify(event),
  });
  await response.arrayBuffer();
  return response.ok;
}

function functions(client: Inngest, executions: Executions, version: string) {
  const mark = (runId: string, step: string) => {
    const key = `${runId}:${step}`;
    executions.set(key, (executions.get(key) ?? 0) + 1);
    return executions.get(key) ?? 0;
  };
  const child = client.createFunction({ id: "child", triggers: [] }, async ({ runId, step }) =>
    step.run("inside", () => mark(runId, "inside")),
  );
  const saga = client.createFunction(
    { id: "saga", name: `saga ${version}`, triggers: { event: "saga" }, concurrency: 3 },
    async ({ event, runId, step }) => {
      const { n } = event.data as { n: number };
      await step.run("first", async () => (mark(runId, "first"), await delay(10)));
      await Promise.all([
        step.run("left", async () => (mark(runId, "left"), await delay(10))),
        step.run("right", () => mark(runId, "right")),
        step.sleep("nap", "20m"),
      ]);
      if (mark(runId, "(body)") === 1) throw new Error("the body fails once");
      await step.run("flaky", () => {
        if (mark(runId, "flaky") === 1) throw new Error("fails once");
      });
      await step.sendEvent("tell", [
        { name: "doom", id: `doom-${n}`, data: { n } },
        { name: "prey", id: `prey-${n}`, data: { n } },
        { name: "victim", id: `victim-${n}`, data: { n } },
      ]);
      await step.waitForEvent("go", { event: "go", match: "data.n", timeout: "300d" });
      await step.sendEvent("stop", { name: "prey.stop", id: `stop-${n}`, data: { n } });
      await step.invoke("child", { function: child, data: {} });
      await step.run("last", () => mark(runId, "last"));
    },
  );
  const doomed = client.createFunction(
    {
      id: "doomed",
      triggers: { event: "doom" },
      onFailure: async ({ runId, step }) => void (await step.run("handle", () => mark(runId, "handle"))),
    },
    async () => {
      throw new NonRetriableError("by design");
    },
  );
  const sleeper = async (ctx: { step: { sleep: (id: string, time: string) => Promise<void> } }) =>
    ctx.step.sleep("long", "3000d");
  return [
    child,
    saga,
    doomed,
    client.createFunction(
      { id: "prey", triggers: { event: "prey" }, cancelOn: [{ event: "prey.stop", match: "data.n" }] },
      sleeper,
    ),
    client.createFunction({ id: "victim", triggers: { event: "victim" } }, sleeper),
    client.createFunction({ id: "daily", triggers: { cron: "0 0 * * *" } }, async ({ runId, step }) =>
      step.run("tick", () => mark(runId, "tick")),
    ),
  ];
}

/** Runs that nobody drives and nothing in the queue will wake: there must never be one, not even for a moment. */
async function forgottenRuns(sql: postgres.Sql): Promise<object[]> {
  if (!(await isInstalled(sql))) return [];
  const rows = await sql`
    select r.id, r.function_id from engine.run r
    where r.owner is null and r.status in ('queued', 'running')
      and not exists (select from engine_queue.job j where j.data ->> 'runId' = r.id::text and j.state < 'active')
      and not exists (select from engine.slot s where s.run_id = r.id and not s.held)`;
  return [...rows];
}

async function isInstalled(sql: postgres.Sql): Promise<boolean> {
  const [table] = await sql<{ name: string | null }[]>`select to_regclass('engine.step')::text as name`;
  return table?.name !== null;
}

async function storedSteps(sql: postgres.Sql): Promise<string[]> {
  if (!(await isInstalled(sql))) return [];
  const rows = await sql<{ run_id: string; name: string }[]>`
    select run_id, name from engine.step where state = 'done' and op = 'StepRun'`;
  return rows.map((row) => `${row.run_id}:${row.name}`);
}

const expectedEnds: Record<string, string> = {
  "shop-saga": "completed",
  "shop-child": "completed",
  "shop-doomed": "failed",
  "shop-doomed-failure": "completed",
  "shop-prey": "cancelled",
  "shop-victim": "cancelled",
};

/** Whether every saga, and all that follows from it, has come to its end. */
async function allEnded(sql: postgres.Sql, sagas: number): Promise<boolean> {
  const counts = await sql<{ count: number }[]>`
    select count(*)::int as count from engine.run
    where status in ('completed', 'failed', 'cancelled') and function_id <> 'shop-daily' group by function_id`;
  return counts.length === Object.keys(expectedEnds).length && counts.every(({ count }) => count >= sagas);
}

async function checkEverything(
  sql: postgres.Sql,
  sagas: number,
  executions: Executions,
  stored: Map<string, number>,
): Promise<void> {
  const ends = await sql<{ function_id: string; status: string; count: number }[]>`
    select function_id, status, count(*)::int as count from engine.run where function_id <> 'shop-daily'
    group by function_id, status order by function_id, status`;
  // No event lost, none answered twice, every run at its end.
  expect(ends.map((row) => [row.function_id, row.status, row.count])).toEqual(
    Object.entries(expectedEnds)
      .sort()
      .map(([id, status]) => [id, status, sagas]),
  );
  const doubled = await sql`select function_id, event_id from engine.run group by 1, 2 having count(*) > 1`;
  expect([...doubled]).toEqual([]);
  // What was stored when an engine died has not been executed since.
  const repeated = [...stored].filter(([key, count]) => (executions.get(key) ?? 0) !== count);
  expect(repeated).toEqual([]);
  expect(stored.size).toBeGreaterThan(early.length * 5);
  // And every stored step did happen.
  for (const key of await storedSteps(sql)) {
    if (/:(tell|stop)$/.test(key)) continue;
    expect(executions.get(key), key).toBeGreaterThan(0);
  }
  await eventually(async () => (await sql`select 1 from engine.slot`).length === 0);
}
