import { eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillDatabase } from "@/bench/fill-database";
import { inquiries, practices, settings } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { updateSettings } from "../../settings/settings";
import { previewComposition } from "./preview-composition";
import { requestMatchingRun } from "../run/request-run";
import { runMatching } from "../run/run-matching";

const dayMs = 24 * 60 * 60 * 1000;
let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db);
  await fillDatabase(database.db, 600, 60);
}, 60_000);
afterAll(() => database.drop());

test("without past inquiries to learn from, both strategies propose the same", async () => {
  const { before, after } = await previewComposition(ctx, { strategy: "oldest-first" });
  expect(after).toEqual(before);
  const off = await previewComposition(ctx, { learnOdds: false });
  expect(off.after.inquiries).not.toBe(off.before.inquiries);
});

test("a preview stores nothing, and a run with the settings then proposes exactly as much", async () => {
  const { before, after } = await previewComposition(ctx, { contactsPerDay: 7, maxItems: 2 });
  expect(await ctx.db.$count(inquiries)).toBe(0);
  expect(await ctx.db.$count(settings)).toBe(0);
  expect(after.inquiries).toBe(7);
  expect(after.patients).toBeLessThanOrEqual(14);
  expect(before.inquiries).toBeGreaterThan(7);
  expect(before.expectedPlacements).toBeGreaterThan(after.expectedPlacements);
  expect(after.expectedPlacements).toBeGreaterThan(0);
  expect(after.overdue).toBeGreaterThan(before.overdue);
  await updateSettings(ctx, { contactsPerDay: 7, maxItems: 2 });
  const { runId } = await requestMatchingRun(ctx);
  expect((await runMatching(ctx, runId)).proposals).toBe(7);
  const afterwards = await previewComposition(ctx, { contactsPerDay: null, maxItems: 6 });
  expect(afterwards, "as if the proposals were not there yet").toMatchObject({
    before: after,
    after: before,
    waiting: 7,
  });
  const second = await requestMatchingRun(ctx);
  expect((await runMatching(ctx, second.runId)).proposals).toBe(0);
});

test("says how many practices would rest with another cooling period, and those who rest by an answer in both", async () => {
  const now = ctx.now.getTime();
  const rest = async (sentDaysAgo: number, untilInDays: number) => {
    const therapist = await givenTherapist(ctx);
    const { inquiryId } = await givenSentInquiry(ctx, therapist, [(await givenPatient(ctx)).searchId]);
    const sentAt = new Date(now - sentDaysAgo * dayMs);
    await ctx.db.update(inquiries).set({ sentAt }).where(eq(inquiries.id, inquiryId));
    const coolingUntil = new Date(now + untilInDays * dayMs);
    await ctx.db.update(practices).set({ coolingUntil }).where(eq(practices.id, therapist.practiceId));
  };
  await ctx.db.update(practices).set({ coolingUntil: null });
  await ctx.db
    .update(inquiries)
    .set({ sentAt: new Date(now - 400 * dayMs) })
    .where(isNotNull(inquiries.sentAt));
  await rest(10, 18);
  await rest(20, 8);
  await rest(30, -2);
  await rest(20, 90);
  const resting = async (coolingDays: number) => (await previewComposition(ctx, { coolingDays })).resting;
  expect(await resting(28)).toEqual({ now: 3, after: 3 });
  expect(await resting(14), "ten days ago, and who asked for a longer rest").toEqual({ now: 3, after: 2 });
  expect(await resting(40)).toEqual({ now: 3, after: 4 });
});

test("is for who may change settings, and refuses what could not be saved", async () => {
  const reader: Context = {
    ...ctx,
    actor: { kind: "staff", id: crypto.randomUUID(), role: "viewer", name: "V" },
  };
  await expect(previewComposition(reader, {})).rejects.toThrow();
  await expect(previewComposition(ctx, { maxItems: 7 })).rejects.toThrow();
});
