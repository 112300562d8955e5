import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { exclusions, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { getAnswerPage } from "./get-answer-page";
import { respondToInquiry } from "./respond-to-inquiry";
import { correctableOutcomes } from "./status";

async function givenAsked(searchIds?: string[]) {
  const ids = searchIds ?? [(await givenPatient(ctx)).searchId];
  const therapist = await givenTherapist(ctx);
  const { inquiryId, items } = await givenSentInquiry(ctx, therapist, ids);
  const own: Context = { ...ctx, actor: { kind: "therapist", inquiryId } };
  const say = async (outcome: "accepted" | (typeof correctableOutcomes)[number], correction = false) =>
    Object.values(await respondToInquiry(own, inquiryId, [{ itemId: items[0]!.id, outcome, correction }]))[0];
  return { inquiryId, items, therapist, searchId: ids[0]!, say };
}

test.each(correctableOutcomes)(
  "%s becomes a yes as long as the person searches, once it is asked for",
  async (no) => {
    const { inquiryId, therapist, searchId, say } = await givenAsked();
    await say(no);
    expect(await say("accepted"), "the form alone changes nothing").toBe("already_answered");
    const secret = await createToken(ctx, "respond", inquiryId);
    expect((await getAnswerPage(ctx, secret))!.items[0]!.mayCorrect).toBe(true);
    expect(await say("accepted", true)).toBe("accepted");
    const [search] = await ctx.db.select().from(searches).where(eq(searches.id, searchId));
    expect(search!.status).toBe("placed");
    expect(await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id))).toEqual(
      [],
    );
    expect((await getAnswerPage(ctx, secret))!.items[0]!.mayCorrect).toBe(false);
  },
);

test("a yes stays a yes, and a no stays a no once another practice took the person", async () => {
  const first = await givenAsked();
  const second = await givenAsked([first.searchId]);
  await second.say("rejected_unsuitable");
  await first.say("accepted");
  expect(await first.say("rejected_capacity", true)).toBe("already_answered");
  expect(await second.say("accepted", true)).not.toBe("accepted");
  expect((await itemsOf(ctx, second.inquiryId)).map((item) => item.outcome)).toEqual(["rejected_unsuitable"]);
  const kept = await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, second.therapist.id));
  expect(kept, "what the no left behind stays too").toHaveLength(1);
});

test("two practices change their no at once: one wins, 8 rounds", async () => {
  for (let round = 0; round < 8; round++) {
    const first = await givenAsked();
    const second = await givenAsked([first.searchId]);
    await Promise.all([first.say("later"), second.say("rejected_capacity")]);
    const results = await Promise.all([first.say("accepted", true), second.say("accepted", true)]);
    expect(results.filter((result) => result === "accepted")).toHaveLength(1);
  }
}, 60_000);
