import { afterAll, beforeAll, expect, test } from "vitest";
import { fillDatabase } from "@/bench/fill-database";
import { inquiries, settings } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { systemOn } from "@/tests/support/factories";
import { updateSettings } from "../settings/settings";
import { previewComposition } from "./preview-composition";
import { requestMatchingRun } from "./request-run";
import { runMatching } from "./run-matching";

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
  const second = await requestMatchingRun(ctx);
  expect((await runMatching(ctx, second.runId)).proposals).toBe(0);
});

test("is for who may change settings, and refuses what could not be saved", async () => {
  const reader: Context = {
    ...ctx,
    actor: { kind: "staff", id: crypto.randomUUID(), role: "viewer", name: "V" },
  };
  await expect(previewComposition(reader, {})).rejects.toThrow();
  await expect(previewComposition(ctx, { maxItems: 7 })).rejects.toThrow();
});
