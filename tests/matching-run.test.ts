import { count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillDatabase } from "@/bench/fill-database";
import { database } from "@/db/client";
import { inquiries, matchingRuns, outbox } from "@/db/schema";
import { requestMatchingRun } from "@/lib/domain/matching/request-run";
import { type World, startWorld } from "@/scripts/journey/world";

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await fillDatabase(database(), 600, 80);
}, 120_000);
afterAll(() => world.stop(), 60_000);

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
