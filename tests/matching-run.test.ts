import { count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillDatabase } from "@/bench/fill-database";
import { database } from "@/db/client";
import { inquiries, inquiryItems, matchingRuns, outbox } from "@/db/schema";
import { requestMatchingRun } from "@/lib/domain/matching/run/request-run";
import { type World, startWorld } from "@/scripts/journey/world";
import { type ForeignServer, json, startForeignServer } from "./support/foreign-server";

let world: World;
let router: ForeignServer;
beforeAll(async () => {
  router = await startForeignServer(json({ code: "NoTable" }, 400));
  process.env.ROUTER_CAR_URL = `${router.url}table/v1/driving`;
  process.env.ENGINE_TEST_CLOCK = "1";
  world = await startWorld();
  await fillDatabase(database(), 600, 80);
}, 120_000);
afterAll(async () => {
  await world.stop();
  router.close();
}, 60_000);

test("two runs at once, the engine killed again and again: both finish, and nothing is proposed twice", async () => {
  const { db } = world.ctx();
  const runs = [await requestMatchingRun(world.ctx()), await requestMatchingRun(world.ctx())];
  for (let kill = 0; kill < 5; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 500));
    await world.killEngine();
  }
  await world.untilQuiet("run-matching");
  const finished = await db.select().from(matchingRuns);
  expect(finished.map(({ status }) => status)).toEqual(runs.map(() => "finished"));
  const proposed = finished.reduce((sum, { counts }) => sum + counts!.proposals, 0);
  expect(proposed).toBeGreaterThan(10);
  expect(await db.$count(inquiries)).toBe(proposed);
  expect(await db.$count(outbox, eq(outbox.name, "matching/run.finished"))).toBe(runs.length);
  const [twice] = await db
    .select({ mailboxes: count() })
    .from(sql`(select 1 from inquiries group by practice_id having count(*) > 1) twice`);
  const [overfull] = await db
    .select({ searches: count() })
    .from(sql`(select 1 from inquiry_items group by search_id having count(*) > 3) overfull`);
  expect([twice!.mailboxes, overfull!.searches]).toEqual([0, 0]);
}, 120_000);

test("a run in which asking for ways fails again and again proposes by estimates, marked as such, and says why", async () => {
  const { db } = world.ctx();
  await db.execute(sql`truncate inquiries, inquiry_items, matching_runs, travel_times cascade`);
  await db.execute(sql`alter table service_gates rename to broken_gates`);
  const { runId } = await requestMatchingRun(world.ctx());
  const runNow = async () => (await db.select().from(matchingRuns).where(eq(matchingRuns.id, runId)))[0]!;
  while (["requested", "running"].includes((await runNow()).status)) {
    await world.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await db.execute(sql`alter table broken_gates rename to service_gates`);
  const { status, counts, estimatedBecause } = await runNow();
  expect([status, estimatedBecause]).toEqual(["finished", "error"]);
  expect(counts!.proposals).toBeGreaterThan(10);
  expect(await db.$count(inquiryItems, eq(inquiryItems.travelEstimated, false))).toBe(0);
}, 60_000);
