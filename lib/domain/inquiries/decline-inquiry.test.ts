import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exclusions, inquiries, inquiryForwards, practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf, systemOn } from "@/tests/support/factories";
import { declineInquiry } from "./decline-inquiry";
import { getAnswerPage } from "./get-answer-page";
import { respondToInquiry } from "./respond-to-inquiry";

let database: TestDatabase;
let ctx: Context;
const now = new Date("2026-11-25T10:00:00Z");
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 });
  ctx = systemOn(database.db, now);
});
afterAll(() => database.drop());

const asTherapist = (inquiryId: string): Context => ({ ...ctx, actor: { kind: "therapist", inquiryId } });

async function givenAsked(count: number) {
  const people = await Promise.all(Array.from({ length: count }, () => givenPatient(ctx)));
  const therapist = await givenTherapist(ctx);
  const asked = await givenSentInquiry(
    ctx,
    therapist,
    people.map((person) => person.searchId),
  );
  return { ...asked, therapist };
}

const restsUntil = async (practiceId: string) =>
  (await ctx.db.select().from(practices).where(eq(practices.id, practiceId)))[0]!.coolingUntil!.toISOString();

test("one answer for everybody still open, what was answered stays, and the mailbox rests until that day", async () => {
  const { inquiryId, items, therapist } = await givenAsked(3);
  await respondToInquiry(asTherapist(inquiryId), inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]);
  await declineInquiry(asTherapist(inquiryId), inquiryId, "2027-03-01");
  const outcomes = (await itemsOf(ctx, inquiryId)).map((item) => item.outcome);
  expect(outcomes).toEqual(["accepted", "rejected_capacity", "rejected_capacity"]);
  expect(await restsUntil(therapist.practiceId)).toBe("2027-02-28T23:00:00.000Z");
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  expect(inquiry!.status).toBe("answered");
  const kept = await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id));
  expect(kept.map((one) => one.until?.toISOString())).toEqual(Array(2).fill("2027-02-28T23:00:00.000Z"));
});

test("the practice's page repeats from when it may be asked again, until that day and not to a colleague", async () => {
  const { inquiryId } = await givenAsked(1);
  const secret = await createToken(ctx, "respond", inquiryId);
  await declineInquiry(asTherapist(inquiryId), inquiryId, "2026-12-30");
  const shownOn = async (at: string) =>
    (await getAnswerPage({ ...ctx, now: new Date(at) }, secret))!.restsUntil;
  expect(await shownOn("2026-11-25T10:00:00Z")).toBe("2026-12-30");
  expect(await shownOn("2026-12-29T22:59:00Z")).toBe("2026-12-30");
  expect(await shownOn("2026-12-29T23:00:00Z")).toBeNull();
  const forward = { inquiryId, email: "kollegin@example.org", createdAt: now };
  const [sent] = await ctx.db.insert(inquiryForwards).values(forward).returning();
  const forwarded = await createToken(ctx, "respond", inquiryId, sent!.id);
  expect((await getAnswerPage(ctx, forwarded))!.restsUntil).toBeNull();
});

test("a day before the end of the cooling period does not shorten it", async () => {
  const { inquiryId, therapist } = await givenAsked(1);
  const before = await restsUntil(therapist.practiceId);
  await declineInquiry(asTherapist(inquiryId), inquiryId, "2026-11-26");
  expect(await restsUntil(therapist.practiceId)).toBe(before);
});

test.each(["2026-11-25", "2020-01-01", "2028-12-01", "9999-12-31", "2027-02-30", "", "soon", "\u0000"])(
  "%j is no day to ask again: nothing is stored",
  async (day) => {
    const { inquiryId } = await givenAsked(1);
    await expect(declineInquiry(asTherapist(inquiryId), inquiryId, day)).rejects.toMatchObject({
      code: "invalid",
      fields: { until: expect.any(String) },
    });
    expect((await itemsOf(ctx, inquiryId)).map((item) => item.outcome)).toEqual(["pending"]);
  },
);

test("only by the link of this inquiry, and by staff for it", async () => {
  const [one, other] = [await givenAsked(1), await givenAsked(1)];
  for (const actor of [{ kind: "public" }, { kind: "therapist", inquiryId: other.inquiryId }] as const)
    await expect(declineInquiry({ ...ctx, actor }, one.inquiryId, "2027-01-01")).rejects.toMatchObject({
      code: "forbidden",
    });
  await declineInquiry(ctx, one.inquiryId, "2027-01-01");
  await expect(declineInquiry(ctx, one.inquiryId, "2027-01-01")).rejects.toMatchObject({ code: "conflict" });
});

test("two links of one inquiry, one saying yes and one declining for all at once: each person has one answer, 20 rounds", async () => {
  for (let round = 0; round < 20; round++) {
    const { inquiryId, items } = await givenAsked(3);
    await Promise.allSettled([
      respondToInquiry(asTherapist(inquiryId), inquiryId, [{ itemId: items[1]!.id, outcome: "accepted" }]),
      declineInquiry(asTherapist(inquiryId), inquiryId, "2027-01-01"),
    ]);
    const outcomes = (await itemsOf(ctx, inquiryId)).map((item) => item.outcome);
    expect(outcomes[0]).toBe("rejected_capacity");
    expect(["accepted", "rejected_capacity"]).toContain(outcomes[1]);
  }
});
