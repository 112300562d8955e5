import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inquiries, mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { declineInquiry } from "./decline-inquiry";
import { expireInquiry } from "./expire-inquiry";
import { respondToInquiry } from "./respond-to-inquiry";

async function givenAsked(searchIds: string[]) {
  const { inquiryId, items } = await givenSentInquiry(ctx, await givenTherapist(ctx), searchIds);
  const own: Context = { ...ctx, actor: { kind: "therapist", inquiryId } };
  const say = (index: number, outcome: "accepted" | "rejected_capacity" | "rejected_other") =>
    respondToInquiry(own, inquiryId, [{ itemId: items[index]!.id, outcome }]);
  const receipts = () =>
    ctx.db.$count(mails, and(eq(mails.inquiryId, inquiryId), eq(mails.template, "answer_receipt")));
  const status = async () =>
    (await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)))[0]!.status;
  return { inquiryId, own, say, receipts, status };
}
const people = async (count: number) =>
  (await Promise.all(Array.from({ length: count }, () => givenPatient(ctx)))).map((one) => one.searchId);

test("a receipt goes out once, with the last answer", async () => {
  const { say, receipts } = await givenAsked(await people(2));
  await say(0, "rejected_capacity");
  expect(await receipts(), "something is open").toBe(0);
  await say(1, "rejected_other");
  expect(await receipts()).toBe(1);
  await say(1, "rejected_capacity");
  expect(await receipts()).toBe(1);
});

test("declining for all is answered with one receipt, a late answer with one too", async () => {
  const all = await givenAsked(await people(3));
  await declineInquiry(all.own, all.inquiryId, null);
  expect(await all.receipts()).toBe(1);
  const late = await givenAsked(await people(1));
  await expireInquiry(ctx, late.inquiryId);
  expect(await late.receipts()).toBe(0);
  await late.say(0, "rejected_capacity");
  expect(await late.receipts()).toBe(1);
});

test("nobody is written to at night because time or another practice's yes closed what was answered in part", async () => {
  const expired = await givenAsked(await people(2));
  await expired.say(0, "rejected_capacity");
  await expireInquiry(ctx, expired.inquiryId);
  const shared = await people(1);
  const overtaken = await givenAsked([...(await people(1)), ...shared]);
  await overtaken.say(0, "rejected_capacity");
  const winner = await givenAsked(shared);
  await winner.say(0, "accepted");
  for (const one of [expired, overtaken]) {
    expect(await one.status()).toBe("answered");
    expect(await one.receipts()).toBe(0);
  }
  expect(await winner.receipts()).toBe(1);
});

test("who was called gets no mail about it", async () => {
  const { inquiryId, say, receipts } = await givenAsked(await people(1));
  await ctx.db.update(inquiries).set({ channel: "phone" }).where(eq(inquiries.id, inquiryId));
  await say(0, "rejected_capacity");
  expect(await receipts()).toBe(0);
});
