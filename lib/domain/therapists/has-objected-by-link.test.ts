import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inquiryForwards, objections, practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken, revokeTokens } from "@/lib/core/tokens";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { cancelInquiry } from "../inquiries/cancel-inquiry";
import { expireInquiry } from "../inquiries/expire-inquiry";
import { getAnswerPage } from "../inquiries/get-answer-page";
import { hasObjectedByLink } from "./has-objected-by-link";
import { objectToContact } from "./object-to-contact";
import { storedValue } from "./objection-index";

let domains = 0;
async function givenLink(email = `praxis@still-${++domains}.example`) {
  const therapist = await givenTherapist(ctx, { email });
  const { searchId } = await givenPatient(ctx);
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [searchId]);
  const own: Context = { ...ctx, actor: { kind: "therapist", inquiryId } };
  const [forward] = await ctx.db
    .insert(inquiryForwards)
    .values({ inquiryId, email: `kollegin-${domains}@example.org`, createdAt: ctx.now })
    .returning();
  const forwardId = forward!.id;
  return {
    inquiryId,
    own,
    colleague: { ...ctx, actor: { kind: "colleague", inquiryId, forwardId } } satisfies Context,
    secret: await createToken(ctx, "respond", inquiryId),
    forwarded: await createToken(ctx, "respond", inquiryId, forwardId),
  };
}
type Link = Awaited<ReturnType<typeof givenLink>>;
const says = (secret: string, now = ctx.now) => hasObjectedByLink({ ...ctx, now }, secret);

test.each(["person", "address", "domain"] as const)(
  "the link that an objection (%s) closed says that it holds, and lets nobody act; a colleague's says nothing of it",
  async (kind) => {
    const { own, secret, forwarded } = await givenLink();
    expect(await says(secret)).toBe(false);
    await objectToContact(own, { kind });
    expect([await says(secret), await says(forwarded)]).toEqual([true, false]);
    expect(await getAnswerPage(ctx, secret)).toBeNull();
  },
);

test("so does the link of an inquiry that was over before, and of every other of the same mailbox", async () => {
  const email = "praxis@gemeinsam.example";
  const over = await givenLink(email);
  await expireInquiry(ctx, over.inquiryId);
  await ctx.db.update(practices).set({ coolingUntil: null });
  const { own } = await givenLink(email);
  await objectToContact(own, { kind: "address" });
  expect(await says(over.secret)).toBe(true);
});

test("a colleague's own objection is said on the colleague's link, not on the practice's", async () => {
  const { colleague, secret, forwarded } = await givenLink();
  await objectToContact(colleague, { kind: "person" });
  expect([await says(secret), await says(forwarded)]).toEqual([false, true]);
});

test.each<[string, (link: Link) => Promise<unknown>]>([
  [
    "closed because the mailbox is somebody else's",
    ({ inquiryId }) => cancelInquiry(ctx, inquiryId, "wrong_mailbox"),
  ],
  [
    "revoked while the inquiry was over",
    async ({ inquiryId }) => {
      await expireInquiry(ctx, inquiryId);
      await revokeTokens(ctx, "respond", inquiryId);
    },
  ],
])("a link that was %s says nothing, whoever objected: it looks like an unknown one", async (_, close) => {
  const link = await givenLink();
  await close(link);
  await ctx.db
    .insert(objections)
    .values({ kind: "domain", value: `still-${domains}.example`, createdAt: ctx.now });
  expect(await says(link.secret)).toBe(false);
});

test("neither does one that is over, unknown, for something else, or whose objection is gone", async () => {
  const { own, secret, inquiryId } = await givenLink();
  await objectToContact(own, { kind: "address" });
  const later = new Date(ctx.now.getTime() + 61 * 86_400_000);
  expect(await says(secret, later)).toBe(false);
  expect(await says("x".repeat(43))).toBe(false);
  expect(await says("objected")).toBe(false);
  expect(await says(await createToken(ctx, "patient_page", inquiryId))).toBe(false);
  await ctx.db
    .delete(objections)
    .where(eq(objections.value, storedValue({ kind: "address", value: `praxis@still-${domains}.example` })));
  expect(await says(secret)).toBe(false);
});
