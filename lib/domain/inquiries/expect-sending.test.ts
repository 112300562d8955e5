import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { inquiries, mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenTherapist, systemOn } from "@/tests/support/factories";
import { createStaff } from "../staff/create-staff";
import { updateSettings } from "../settings/settings";
import { approveInquiry } from "./review-inquiry";
import { sendInquiry } from "./send-inquiry";
import { takeOverInquiry } from "./take-over-inquiry";

/** Thursday, 19 November 2026, eleven o'clock in Germany. */
const morning = new Date("2026-11-19T10:00:00Z");
const evening = new Date("2026-11-19T18:00:00Z");
const nextMorning = new Date("2026-11-20T07:00:00Z");

let database: TestDatabase;
let ctx: Context;
let expected: typeof import("./expect-sending");
let view: typeof import("./get-inquiry");
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db, morning);
  // The mailer reads its server from the environment once.
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  vi.resetModules();
  expected = await import("./expect-sending");
  view = await import("./get-inquiry");
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  await database.drop();
});

const at = (now: Date): Context => ({ ...ctx, now });
async function proposed(): Promise<string> {
  const { searchId } = await givenPatient(ctx);
  return (await givenProposal(ctx, await givenTherapist(ctx), [searchId])).inquiryId;
}

test("a mail that is approved in the day leaves when it cannot be taken back any more, in the evening on the next morning", async () => {
  const inquiryId = await proposed();
  expect(await expected.expectSending(ctx, inquiryId)).toEqual(new Date(morning.getTime() + 60_000));
  expect(await expected.expectSending(at(evening), inquiryId)).toEqual(nextMorning);
  expect(await expected.expectFirstSending(at(evening))).toEqual(nextMorning);
  await approveInquiry(at(evening), { inquiryId, version: 1 });
  expect(await expected.expectSending(at(evening), inquiryId)).toEqual(nextMorning);
});

test("on a full day it leaves on the next one with room, and an inquiry by telephone has no mail", async () => {
  await updateSettings(ctx, { contactsPerDay: 1 });
  const [first, second] = [await proposed(), await proposed()];
  await approveInquiry(ctx, { inquiryId: first, version: 1 });
  await sendInquiry(ctx, first);
  expect(await expected.expectSending(ctx, second)).toEqual(nextMorning);
  await updateSettings(ctx, { contactsPerDay: null });
  await database.db.update(inquiries).set({ channel: "phone" }).where(eq(inquiries.id, second));
  expect(await expected.expectSending(ctx, second)).toBeNull();
});

test("the page of an inquiry knows of a mail that waits until when and why, and of none that left", async () => {
  const person = { name: "Kim", email: "kim@team.example", password: "leuchtturm-am-deich" };
  const { id } = await createStaff(ctx, { ...person, role: "coordinator" });
  const kim: Context = { ...at(evening), actor: { kind: "staff", id, role: "coordinator", name: "Kim" } };
  const inquiryId = await proposed();
  await approveInquiry(ctx, { inquiryId, version: 1 });
  await sendInquiry(at(evening), inquiryId);
  const mail = async () => (await view.getInquiry(kim, inquiryId)).mails[0]!;
  expect((await mail()).expected).toEqual({ at: nextMorning, because: "hours" });
  await takeOverInquiry(kim, inquiryId);
  expect((await mail()).expected).toEqual({ at: null, because: "taken_over" });
  await database.db.update(mails).set({ status: "failed" }).where(eq(mails.inquiryId, inquiryId));
  expect(await mail()).toMatchObject({ status: "failed", expected: null });
});
