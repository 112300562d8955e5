import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { StaffRole } from "@/lib/domain/staff/status";
import { ctx } from "@/tests/support/own-database";
import { type Settings, getSettings, settingsSchema, settingsState, updateSettings } from "./settings";

const as = (role: StaffRole): Context => ({
  ...ctx,
  actor: { kind: "staff", id: newId(), role, name: "Test" },
});
const spans = [
  "capacityExclusionDays",
  "claimMinutes",
  "pauseNoticeDays",
  "weeklyStatusAfterDays",
] as const satisfies (keyof Settings)[];

test.each(spans)("%s has bounds, and what lies outside of them changes nothing", async (name) => {
  const before = await getSettings(ctx);
  for (const wrong of [0, -1, 366, 1.5, Number.NaN])
    await expect(updateSettings(ctx, { [name]: wrong }), String(wrong)).rejects.toThrow();
  expect(await getSettings(ctx)).toEqual(before);
  expect(before[name]).toBe(settingsSchema.parse({})[name]);
});

test("a change is in force at once and in the audit log with what held before; only admins make one", async () => {
  for (const role of ["coordinator", "viewer"] as const)
    await expect(updateSettings(as(role), { claimMinutes: 20 })).rejects.toMatchObject({ code: "forbidden" });
  await updateSettings(ctx, { claimMinutes: 20, pauseNoticeDays: 5, coolingDays: 28 });
  expect(await getSettings(ctx)).toMatchObject({ claimMinutes: 20, pauseNoticeDays: 5, coolingDays: 28 });
  const entries = await ctx.db.select().from(auditEntries).where(eq(auditEntries.act, "settings.update"));
  expect(entries.map(({ details }) => details)).toEqual([
    { claimMinutes: "15 → 20", pauseNoticeDays: "3 → 5" },
  ]);
});

test("of two who save what they looked at, one is told, and nothing is put back, 20 rounds", async () => {
  const names = ["coolingDays", "maxItems"];
  for (let round = 0; round < 20; round++) {
    const before = await getSettings(ctx);
    const seen = settingsState(before, names);
    const { coolingDays, maxItems } = before;
    const mine = { coolingDays: coolingDays + 1, maxItems };
    const theirs = { coolingDays, maxItems: maxItems === 6 ? 5 : 6 };
    const saved = await Promise.allSettled([mine, theirs].map((one) => updateSettings(ctx, one, { seen })));
    const refused = saved.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => reason.key)).toEqual(["record_changed"]);
    const winner = saved[0]!.status === "fulfilled" ? mine : theirs;
    expect(await getSettings(ctx)).toMatchObject(winner);
  }
});

test("settings of another page may change meanwhile", async () => {
  const seen = settingsState(await getSettings(ctx), ["coolingDays"]);
  await updateSettings(ctx, { urgentWeight: 3 });
  await updateSettings(ctx, { coolingDays: 30 }, { seen });
  expect(await getSettings(ctx)).toMatchObject({ urgentWeight: 3, coolingDays: 30 });
});
