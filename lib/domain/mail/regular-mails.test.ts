import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mails, searches, staff, tasks } from "@/db/schema";
import { newId } from "@/db/columns";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { withdrawConsent } from "../consents/withdraw-consent";
import { cancelSearch } from "../searches/cancel-search";
import { pauseSearch } from "../searches/pause-search";
import { tellPausesEnding } from "../searches/tell-pause-ending";
import { tellSearchClosed } from "../searches/tell-search-closed";
import { tellSearchStarted } from "../searches/tell-search-started";
import { tellWeeklyStatus } from "../searches/tell-weekly-status";
import { updateSettings } from "../settings/settings";
import { tellDueTasks } from "../staff/tell-due-tasks";
import { composeMail } from "./compose-mail";
import { stopMails } from "./stop-mails";

let database: TestDatabase;
let ctx: Context;
const monday = new Date("2026-11-30T07:30:00Z");
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db, monday);
});
afterAll(() => database.drop());
beforeEach(() => ctx.db.delete(mails));

const later = (days: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });
const mailsTo = (patientId: string) => ctx.db.select().from(mails).where(eq(mails.patientId, patientId));

async function tellEverybody(context: Context, limit?: number) {
  let after: string | null = null;
  do after = await tellWeeklyStatus(context, after, limit);
  while (after);
}

describe("the weekly mail", () => {
  beforeEach(() => ctx.db.delete(searches));

  test("goes once a week to everybody who searches and asked for it, however the work is cut", async () => {
    const wanted = [];
    for (let i = 0; i < 5; i++) wanted.push(await givenPatient(ctx));
    const unasked = await givenPatient(ctx);
    await withdrawConsent(ctx, unasked.id, "status_mails");
    const paused = await givenPatient(ctx);
    await pauseSearch(ctx, paused.searchId, { until: null, reason: "" });
    await tellEverybody(later(7), 2);
    await tellEverybody(later(7), 3);
    await tellEverybody(later(9));
    const sent = await ctx.db.select().from(mails);
    expect(sent.map((mail) => mail.patientId).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
    await tellEverybody(later(14));
    expect(await mailsTo(wanted[0]!.id)).toHaveLength(2);
  });

  test("that could not leave for more than three days is not sent: the next one is near", async () => {
    const { id } = await givenPatient(ctx);
    await tellEverybody(later(7));
    const [mail] = await mailsTo(id);
    expect(await composeMail(later(9.9), mail!)).not.toBeNull();
    expect(await composeMail(later(10.1), mail!)).toBeNull();
  });

  test("does not go to who has just been told that the search began", async () => {
    const { id } = await givenPatient(ctx);
    await tellEverybody(later(2));
    expect(await mailsTo(id)).toHaveLength(0);
    await updateSettings(ctx, { weeklyStatusAfterDays: 1 });
    await tellEverybody(later(2));
    await updateSettings(ctx, { weeklyStatusAfterDays: 3 });
    expect(await mailsTo(id)).toHaveLength(1);
  });

  test("counts practices, names none, and one click ends it", async () => {
    const { id, searchId } = await givenPatient(ctx, { firstName: "Erna", lastName: "Beispiel-Sondername" });
    for (let i = 0; i < 2; i++) await givenSentInquiry(ctx, await givenTherapist(ctx), [searchId]);
    await tellEverybody(later(8));
    const [mail] = await mailsTo(id);
    const composed = (await composeMail(later(8), mail!))!;
    expect(composed.text).toContain("bisher 2 Praxen");
    expect(composed.text).toContain("2 Antworten stehen noch aus");
    expect(composed.text).not.toMatch(/Muster|Sondername|Erna/);
    const secret = /unsubscribe\/([\w-]{43})/.exec(composed.unsubscribe!)![1]!;
    expect(composed.text).toContain(`/stop-mails/${secret}`);
    await stopMails({ ...ctx, actor: { kind: "public" } }, secret);
    expect(await composeMail(later(8), mail!)).toBeNull();
    await tellEverybody(later(15));
    expect(await mailsTo(id)).toHaveLength(1);
  });
});

test("who asked for no status mails gets the link to the page and nothing about how it stands", async () => {
  const [quiet, told] = [await givenPatient(ctx), await givenPatient(ctx)];
  await withdrawConsent(ctx, quiet.id, "status_mails");
  for (const { searchId } of [quiet, told, told]) await tellSearchStarted(ctx, searchId);
  expect(await mailsTo(quiet.id)).toMatchObject([{ template: "registered" }]);
  expect(await mailsTo(told.id)).toMatchObject([{ template: "search_started" }]);
});

test("a pause that ends soon is announced once, with its day, and not when it was prolonged meanwhile", async () => {
  const { id, searchId } = await givenPatient(ctx);
  await pauseSearch(ctx, searchId, { until: new Date("2026-12-20T00:00:00+01:00"), reason: "Kur" });
  for (const days of [1, 16, 17.5, 18.5]) await tellPausesEnding(later(days));
  const sent = await mailsTo(id);
  expect(sent).toMatchObject([{ template: "pause_ending", day: "2026-12-20" }]);
  const composed = await composeMail(later(18), sent[0]!);
  expect(composed!.text).toContain("20. Dezember 2026");
  expect(composed!.text).not.toContain("Kur");
});

test("how long before its end a pause is announced is a setting", async () => {
  const { id, searchId } = await givenPatient(ctx);
  await pauseSearch(ctx, searchId, { until: later(20).now, reason: "" });
  await updateSettings(ctx, { pauseNoticeDays: 10 });
  await tellPausesEnding(later(9));
  expect(await mailsTo(id)).toHaveLength(0);
  await tellPausesEnding(later(11));
  await updateSettings(ctx, { pauseNoticeDays: 3 });
  expect(await mailsTo(id)).toHaveLength(1);
});

test("the end of a search is confirmed once to who was told of its beginning, and to nobody else", async () => {
  const [told, untold] = [await givenPatient(ctx), await givenPatient(ctx)];
  await tellSearchStarted(ctx, told.searchId);
  for (const { searchId } of [told, untold]) {
    await cancelSearch(ctx, searchId, "other");
    for (let i = 0; i < 2; i++) await tellSearchClosed(ctx, searchId);
  }
  const closing = await ctx.db
    .select()
    .from(mails)
    .where(inArray(mails.template, ["search_closed"]));
  expect(closing.map((mail) => mail.patientId)).toEqual([told.id]);
});

test("the team is told of due tasks once a working day, each in their language, and not when nothing is due", async () => {
  const person = (role: "coordinator" | "viewer", active = true, locale: "de" | "en" = "de") => ({
    name: "Test",
    locale,
    email: `${newId()}@example.org`,
    passwordHash: "-",
    role,
    active,
  });
  const [coordinator, english] = await ctx.db
    .insert(staff)
    .values([
      person("coordinator"),
      person("coordinator", true, "en"),
      person("viewer"),
      person("coordinator", false),
    ])
    .returning();
  expect(await tellDueTasks(ctx)).toBe(0);
  await ctx.db.insert(tasks).values({
    kind: "mail_failed",
    subjectKind: "mail",
    subjectId: newId(),
    dueAt: ctx.now,
    createdAt: ctx.now,
  });
  for (let i = 0; i < 2; i++) await tellDueTasks(ctx);
  const sent = await ctx.db.select().from(mails);
  const to = (id: string) => sent.find(({ staffId }) => staffId === id)!;
  expect(sent.map(({ template }) => template)).toEqual(["task_due", "task_due"]);
  expect((await composeMail(ctx, to(coordinator!.id)))!.subject).toBe("Eine Aufgabe ist fällig");
  expect((await composeMail(ctx, to(english!.id)))!.subject).toBe("One task is due");
  expect(await tellDueTasks(later(5))).toBe(0); // a Saturday
  await ctx.db.update(tasks).set({ doneAt: ctx.now });
  expect(await composeMail(ctx, sent[0]!)).toBeNull();
});
