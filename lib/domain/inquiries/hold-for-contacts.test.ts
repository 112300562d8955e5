import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEntries, inquiries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isoDayOf } from "@/lib/format";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenTherapist, systemOn } from "@/tests/support/factories";
import { updateSettings } from "../settings/settings";
import { conductInquiry, findInquiryStep, hastenInquiry } from "./conduct-inquiry";
import { contactsLeftToday } from "./contacts-left-today";
import { moveHeldUp } from "./move-held-up";
import { postponeInquiry } from "./postpone-inquiry";
import { callOffInquiry } from "./call-off-inquiry";
import { approveInquiry } from "./review-inquiry";
import { undoApproval } from "./undo-approval";

let database: TestDatabase;
/** Thursday, 19 November 2026, eleven o'clock in Germany. */
let thursday: Context;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 });
  thursday = systemOn(database.db, new Date("2026-11-19T10:00:00Z"));
});
beforeEach(async () => {
  await database.db.delete(inquiries);
  await updateSettings(thursday, { contactsPerDay: 3, sendDelaySeconds: 0 });
});
afterAll(() => database.drop());

const at = (instant: string | Date): Context => ({ ...thursday, now: new Date(instant) });
const inquiryOf = async (id: string) =>
  (await database.db.select().from(inquiries).where(eq(inquiries.id, id)))[0]!;

async function proposed(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const { searchId } = await givenPatient(thursday);
    ids.push((await givenProposal(thursday, await givenTherapist(thursday), [searchId])).inquiryId);
  }
  return ids;
}

async function approved(count: number, ctx = thursday): Promise<string[]> {
  const ids = await proposed(count);
  for (const inquiryId of ids) await approveInquiry(ctx, { inquiryId, version: 1 });
  return ids;
}

/** Does what is due, as the workflow would, from one due time to the next, until all are sent. */
async function sendAll(ids: string[]): Promise<void> {
  for (let left = ids; left.length > 0;) {
    const steps = await Promise.all(left.map((id) => findInquiryStep(thursday, id)));
    const next = Math.min(...steps.map((step) => step.at!.getTime()));
    for (const [i, step] of steps.entries())
      if (step.at!.getTime() <= next) await conductInquiry(at(new Date(next)), left[i]!);
    const rows = await database.db.select().from(inquiries).where(inArray(inquiries.id, left));
    left = rows.filter(({ status }) => status === "approved").map(({ id }) => id);
  }
}

async function sentByDay(): Promise<Record<string, number>> {
  const rows = await database.db.select().from(inquiries).where(eq(inquiries.status, "sent"));
  const days = rows.map(({ sentAt }) => isoDayOf(sentAt!)).toSorted();
  return Object.fromEntries([...new Set(days)].map((day) => [day, days.filter((one) => one === day).length]));
}

test("what is approved beyond the day leaves on the next working days, mails and calls together", async () => {
  const ids = await approved(7);
  await database.db
    .update(inquiries)
    .set({ channel: "phone" })
    .where(inArray(inquiries.id, ids.slice(0, 2)));
  await sendAll(ids);
  expect(await sentByDay()).toEqual({ "2026-11-19": 3, "2026-11-20": 3, "2026-11-23": 1 });
});

test("who is held back has a day that can be seen and that nobody else takes, and each is put off once", async () => {
  const ids = await approved(6);
  for (const id of ids) await conductInquiry(thursday, id);
  const friday = new Date("2026-11-20T07:00:00Z");
  for (const id of ids.slice(3)) {
    expect(await findInquiryStep(thursday, id)).toEqual({ action: "send", at: friday });
    const entries = await database.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id));
    expect(entries.filter(({ act }) => act === "inquiry.postpone")).toHaveLength(1);
  }
  const [pushy] = await approved(1, at(friday));
  expect(await conductInquiry(at(friday), pushy!)).toBe("none");
  expect((await findInquiryStep(at(friday), pushy!)).at).toEqual(new Date("2026-11-23T07:00:00Z"));
  for (const id of ids.slice(3)) expect(await conductInquiry(at(friday), id)).toBe("send");
});

test("what is sent in the evening or at the weekend counts among the mails of the next working day", async () => {
  const [evening, saturday, ...others] = await approved(4);
  await conductInquiry(at("2026-11-20T20:00:00Z"), evening!);
  await conductInquiry(at("2026-11-21T10:00:00Z"), saturday!);
  for (const id of others) await conductInquiry(at("2026-11-23T09:00:00Z"), id);
  expect(await sentByDay()).toEqual({ "2026-11-20": 1, "2026-11-21": 1, "2026-11-23": 1 });
});

test("of eight that are due at once three leave, 5 rounds", async () => {
  for (let round = 0; round < 5; round++) {
    await database.db.delete(inquiries);
    const ids = await approved(8);
    const acts = await Promise.all(ids.map((id) => conductInquiry(thursday, id)));
    expect(acts.filter((act) => act === "send")).toHaveLength(3);
  }
});

test("a person cannot send beyond the day either; what was called off after sending counts, what was not sent does not", async () => {
  const ids = await approved(4);
  for (const id of ids.slice(0, 2)) await conductInquiry(thursday, id);
  await callOffInquiry(thursday, { inquiryId: ids[0]!, reason: "" });
  await conductInquiry(thursday, ids[2]!);
  await expect(hastenInquiry(thursday, { inquiryId: ids[3]!, action: "send" })).rejects.toMatchObject({
    key: "sending_day_full",
  });
  expect(await inquiryOf(ids[3]!)).toMatchObject({ status: "approved", postponedUntil: null });
  expect(await conductInquiry(thursday, ids[3]!)).toBe("none");
  const [waiting] = await approved(1);
  await conductInquiry(thursday, waiting!);
  await undoApproval(thursday, { inquiryId: ids[3]!, version: 2 });
  expect(await inquiryOf(ids[3]!)).toMatchObject({ status: "proposed", postponedUntil: null });
});

test("proposals that nobody reviews and approvals that wait use up what a run may propose", async () => {
  const left = (ctx: Context) => contactsLeftToday(ctx, 3);
  expect(await left(thursday)).toBe(3);
  await proposed(1);
  const [held] = await approved(1);
  for (const days of [0, 1, 5]) expect(await left(at(new Date(+thursday.now + days * 86_400_000)))).toBe(1);
  await conductInquiry(thursday, held!);
  expect(await left(thursday), "sent today").toBe(1);
  expect(await left(at("2026-11-20T10:00:00Z")), "sent yesterday").toBe(2);
  expect(await contactsLeftToday(thursday, null)).toBeNull();
});

const held = async (ids: string[]) =>
  Promise.all(ids.map(async (id) => (await findInquiryStep(thursday, id)).at!.toISOString().slice(0, 13)));

test("when the number is raised, who was held back moves up in order, never above it and never to a later day", async () => {
  const ids = await approved(9);
  for (const id of ids) await conductInquiry(thursday, id);
  const waiting = ids.slice(3);
  const [friday, monday] = ["2026-11-20T07", "2026-11-23T07"];
  expect(await held(waiting)).toEqual([friday, friday, friday, monday, monday, monday]);
  expect(await moveHeldUp(thursday), "nothing changed").toBe(0);
  await updateSettings(thursday, { contactsPerDay: 5 });
  expect(await moveHeldUp(thursday)).toBe(5);
  expect(await held(waiting)).toEqual([...Array(2).fill("2026-11-19T10"), ...Array(4).fill(friday)]);
  await sendAll(ids);
  expect(await sentByDay()).toEqual({ "2026-11-19": 5, "2026-11-20": 4 });
});

test("without a number all leave now, also two looks at once; what a person put off stays put off", async () => {
  const ids = await approved(6);
  for (const id of ids) await conductInquiry(thursday, id);
  const until = new Date("2026-11-30T07:00:00Z");
  await postponeInquiry(thursday, { inquiryId: ids[5]!, until });
  await updateSettings(thursday, { contactsPerDay: null });
  const moved = await Promise.all([moveHeldUp(thursday), moveHeldUp(thursday)]);
  expect(moved[0]! + moved[1]!).toBe(2);
  for (const id of ids.slice(3, 5)) expect(await conductInquiry(thursday, id)).toBe("send");
  expect((await inquiryOf(ids[5]!)).postponedUntil).toEqual(until);
});

test("room that an inquiry leaves behind that is called off before it was sent goes to the next", async () => {
  const ids = await approved(7);
  for (const id of ids) await conductInquiry(thursday, id);
  expect((await held(ids.slice(6)))[0]).toBe("2026-11-23T07");
  await callOffInquiry(thursday, { inquiryId: ids[4]!, reason: "" });
  expect(await moveHeldUp(thursday)).toBe(1);
  expect((await held(ids.slice(6)))[0]).toBe("2026-11-20T07");
});

test("a smaller number moves nobody up, and who moves inquiries is the system alone", async () => {
  const ids = await approved(5);
  for (const id of ids) await conductInquiry(thursday, id);
  await updateSettings(thursday, { contactsPerDay: 1 });
  expect(await moveHeldUp(thursday)).toBe(0);
  const actor = { kind: "staff", id: "x", role: "admin", name: "x" } as const;
  await expect(moveHeldUp({ ...thursday, actor })).rejects.toMatchObject({ code: "forbidden" });
});
