import { count, eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { fillDatabase } from "@/bench/fill-database";
import { type Transaction, connect } from "@/db/client";
import * as schema from "@/db/schema";
import { inquiries, inquiryItems, matchingRuns, outbox, searches, therapists } from "@/db/schema";
import type { Actor, Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { systemOn } from "@/tests/support/factories";
import { endRun } from "./end-run";
import { judgeRegion } from "./judge-region";
import { judgeAllPairs } from "../kernel/judge-pairs";
import { loadMatchingRecords } from "../load/load-records";
import { proposeRun } from "./propose-run";
import { requestMatchingRun } from "./request-run";
import { pairVerdict } from "../kernel/rules";
import { remainingMs, reportWays, standsStillSince } from "./run-progress";
import { runMatching } from "./run-matching";
import { takeSnapshot } from "../kernel/snapshot";
import { failRun, startRun } from "./start-run";

/** Enough for more proposals than one transaction stores. */
const patientCount = 200;

let database: TestDatabase;
let ctx: Context;

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 });
  await fillDatabase(database.db, 1200, patientCount);
}, 60_000);
afterAll(() => database.drop());
beforeEach(async () => {
  ctx = systemOn(database.db);
  await ctx.db.execute(sql`truncate inquiries, inquiry_items, matching_runs, outbox cascade`);
});

const newRun = async () => (await requestMatchingRun(ctx)).runId;
const runOf = async (runId: string) =>
  (await ctx.db.select().from(matchingRuns).where(eq(matchingRuns.id, runId)))[0]!;
const noCounts = [{ fit: 0, check: 0, out: 0 }];

async function expectEverythingOnce(): Promise<void> {
  const [twice] = await ctx.db
    .select({ mailboxes: count() })
    .from(sql`(select 1 from inquiries group by practice_id having count(*) > 1) twice`);
  expect(twice!.mailboxes).toBe(0);
  const [overfull] = await ctx.db
    .select({ searches: count() })
    .from(sql`(select 1 from inquiry_items group by search_id having count(*) > 3) overfull`);
  expect(overfull!.searches).toBe(0);
}

describe("a run", () => {
  test("counts every pair of the country once, region by region, and stores proposals for review", async () => {
    const runId = await newRun();
    const { proposals, ...counts } = await runMatching(ctx, runId);
    const records = await loadMatchingRecords(ctx);
    const open = {
      ...records,
      therapists: records.therapists.map((t) => ({ ...t, mailboxHasOpenInquiry: false })),
    };
    const patients = open.patients.map((patient) => ({ ...patient, openInquiries: 0 }));
    const whole = { fit: 0, check: 0, out: 0 };
    const snapshot = takeSnapshot({ ...open, patients }, ctx.now);
    judgeAllPairs(snapshot, { reach: 2, failing: true, measure: false }, ({ failed, unknown }) => {
      whole[pairVerdict(failed, unknown)]++;
    });
    expect(counts).toEqual(whole);
    expect(counts.fit).toBeGreaterThan(100);
    expect(proposals).toBe(await ctx.db.$count(inquiries));
    expect(proposals).toBeGreaterThan(20);
    expect(await runOf(runId)).toMatchObject({ status: "finished", progress: null, counts: { proposals } });
    await expectEverythingOnce();
  });

  test("shows how far it is: regions count once each, however often they are repeated", async () => {
    const runId = await newRun();
    const { regions } = await startRun(ctx, runId);
    expect(regions.length).toBeGreaterThan(5);
    const some = regions.slice(0, 3);
    await Promise.all([...some, ...some].map((region) => judgeRegion(ctx, { runId, region })));
    const run = await runOf(runId);
    const { done, total, regions: byRegion } = run.progress!;
    expect(Object.keys(byRegion!).toSorted()).toEqual([...some]);
    expect(done).toBe(Object.values(byRegion!).reduce((a, b) => a + b));
    expect(total).toBe(patientCount);
  });

  test("says how long it will still judge, whatever time went into asking for ways before", async () => {
    const runId = await newRun();
    const { regions } = await startRun(ctx, runId);
    await reportWays(ctx, runId, { done: 0, total: 3 });
    const at = (ms: number) => new Date(ctx.now.getTime() + 45 * 60_000 + ms);
    expect(remainingMs(await runOf(runId), at(0))).toBeNull();
    for (const [i, region] of regions.slice(0, 2).entries())
      await judgeRegion({ ...ctx, now: at(1000 * i) }, { runId, region });
    const run = await runOf(runId);
    const { done, total } = run.progress!;
    expect(done).toBeGreaterThan(0);
    expect(remainingMs(run, at(1000 * done))).toBeCloseTo(1000 * (total - done));
  });

  test("that failed meanwhile stores nothing any more", async () => {
    const runId = await newRun();
    await startRun(ctx, runId);
    await failRun(ctx, runId);
    await expect(proposeRun(ctx, { runId, counts: noCounts })).rejects.toThrow();
    expect(await ctx.db.$count(inquiries)).toBe(0);
  });
});

describe("a run that the engine lost", () => {
  const after = (minutes: number): Context => ({
    ...ctx,
    now: new Date(ctx.now.getTime() + minutes * 60_000),
  });

  test("stands still after ten minutes, can be ended then, and stores nothing should it come to life", async () => {
    const runId = await newRun();
    const { regions } = await startRun(ctx, runId);
    await judgeRegion(after(5), { runId, region: regions[0]! });
    const minutes = [10, 14.9, 15];
    const states = [];
    for (const minute of minutes) states.push(standsStillSince(await runOf(runId), after(minute).now));
    expect(states).toEqual([null, null, after(5).now]);
    await expect(endRun(after(14.9), runId)).rejects.toMatchObject({ key: "run_goes_on" });
    await endRun(after(15), runId);
    expect((await runOf(runId)).status).toBe("failed");
    await expect(endRun(after(15), runId)).rejects.toMatchObject({ key: "run_goes_on" });
    await expect(proposeRun(after(16), { runId, counts: noCounts })).rejects.toThrow();
    expect(await ctx.db.$count(inquiries)).toBe(0);
  });

  test("can be ended before it began, and then does not begin", async () => {
    const runId = await newRun();
    await expect(endRun(after(9), runId)).rejects.toMatchObject({ key: "run_goes_on" });
    await endRun(after(11), runId);
    await expect(startRun(after(12), runId)).rejects.toMatchObject({ key: "run_finished" });
  });

  test("is ended by staff who review, and by nobody else", async () => {
    const runId = await newRun();
    const id = crypto.randomUUID();
    const others: Actor[] = [
      { kind: "public" },
      { kind: "staff", id, role: "viewer", name: "V" },
      { kind: "api", tokenId: id, scopes: ["patients.write"] },
    ];
    for (const actor of others)
      await expect(endRun({ ...after(60), actor }, runId)).rejects.toMatchObject({ code: "forbidden" });
    await endRun({ ...after(60), actor: { kind: "staff", id, role: "coordinator", name: "K" } }, runId);
    expect((await runOf(runId)).status).toBe("failed");
  });
});

test("a run that is cut off anywhere goes on, and stores all of its proposals once", async () => {
  const runId = await newRun();
  await startRun(ctx, runId);
  const stored = () => ctx.db.$count(inquiries);
  let broken = 0;
  for (let afterMs = 20; (await runOf(runId)).status === "running"; afterMs += 30) {
    const client = postgres(database.url, { max: 4, prepare: false });
    await Promise.all([1, 2, 3, 4].map(() => client`select pg_sleep(0.02)`));
    const cutOff = { ...ctx, db: drizzle(client, { casing: "snake_case", schema }) };
    const attempt = proposeRun(cutOff, { runId, counts: noCounts }).then(
      () => 0,
      () => 1,
    );
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await client.end({ timeout: 0 });
    broken += await attempt;
    await expectEverythingOnce();
  }
  expect(broken).toBeGreaterThan(2);
  const { proposals } = await proposeRun(ctx, { runId, counts: noCounts });
  expect(await stored()).toBe(proposals);
  expect(proposals).toBeGreaterThan(20);
  expect(await ctx.db.$count(outbox, eq(outbox.name, "matching/run.finished"))).toBe(1);
  await expectEverythingOnce();
});

test("a run that dies between two transactions keeps what it stored and composes the rest around it", async () => {
  const runId = await newRun();
  await startRun(ctx, runId);
  await expect(proposeRun(dyingAfter(1), { runId, counts: noCounts })).rejects.toThrow("died");
  const kept = await ctx.db.$count(inquiries);
  expect(kept).toBeGreaterThan(0);
  const { proposals } = await proposeRun(ctx, { runId, counts: noCounts });
  expect(proposals).toBeGreaterThan(kept);
  expect(await ctx.db.$count(inquiries)).toBe(proposals);
  await expectEverythingOnce();
});

test("who answers, pauses or is withdrawn while a run stores does not wait for the end of it", async () => {
  const runId = await newRun();
  await startRun(ctx, runId);
  let changed = 0;
  const between = betweenTransactions(async () => {
    await ctx.db.transaction(async (db) => {
      await db.execute(sql`set local lock_timeout = '1s'`);
      changed += (await db.update(searches).set({ pausedUntil: null }).returning({ id: searches.id })).length;
      await db.update(therapists).set({ informed: true });
    });
  });
  await proposeRun(between, { runId, counts: noCounts });
  expect(changed).toBeGreaterThan(patientCount);
});

/** Dies instead of opening another transaction after so many. */
function dyingAfter(transactions: number): Context {
  let left = transactions;
  return betweenTransactions(async () => {
    if (left-- === 0) throw new Error("died");
  });
}

/** Does something before each transaction. */
function betweenTransactions(work: () => Promise<void>): Context {
  const transaction = async <T>(inside: (tx: Transaction) => Promise<T>): Promise<T> => {
    await work();
    return ctx.db.transaction(inside);
  };
  return {
    ...ctx,
    db: new Proxy(ctx.db, {
      get: (db, key) => (key === "transaction" ? transaction : Reflect.get(db, key)),
    }),
  };
}

test("a run that has one connection alone stores its proposals, and tells of it when it can", async () => {
  const runId = await newRun();
  await startRun(ctx, runId);
  const { db, close } = connect(database.url, 1);
  const alone = { ...ctx, db };
  // Every report is due.
  let clock = 0;
  const timer = vi.spyOn(performance, "now").mockImplementation(() => (clock += 1000));
  try {
    const { proposals } = await proposeRun(alone, { runId, counts: noCounts });
    expect(proposals).toBeGreaterThan(20);
    expect(await alone.db.$count(inquiries)).toBe(proposals);
  } finally {
    timer.mockRestore();
    await close();
  }
}, 10_000);

test("several runs and repeated attempts of each at once: no mailbox and no place in a search twice", async () => {
  for (let round = 0; round < 5; round++) {
    await ctx.db.execute(sql`truncate inquiries, inquiry_items, matching_runs cascade`);
    const runs = [await newRun(), await newRun(), await newRun()];
    for (const runId of runs) await startRun(ctx, runId);
    await Promise.allSettled([...runs, ...runs].map((runId) => proposeRun(ctx, { runId, counts: noCounts })));
    const finished = await Promise.all(runs.map(runOf));
    expect(finished.map(({ status }) => status)).toEqual(["finished", "finished", "finished"]);
    const stored = finished.reduce((sum, { counts }) => sum + counts!.proposals, 0);
    expect(await ctx.db.$count(inquiries)).toBe(stored);
    expect(await ctx.db.$count(inquiryItems)).toBeGreaterThan(stored);
    await expectEverythingOnce();
  }
});
