import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "@/app/unsubscribe/[token]/route";
import { inquiries, mails, objections, placements, practices, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken, findRespondent } from "@/lib/core/tokens";
import { settleMail } from "@/lib/domain/mail/settle-mail";
import { composeMail } from "@/lib/domain/mail/compose-mail";
import { confirmPlacement } from "@/lib/domain/placements/confirm-placement";
import { failPlacement } from "@/lib/domain/placements/fail-placement";
import { listAnswerPlacements } from "@/lib/domain/placements/list-answer-placements";
import { disownMailbox } from "@/lib/domain/practices/disown-mailbox";
import { objectToContact } from "@/lib/domain/therapists/object-to-contact";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf, systemOn } from "@/tests/support/factories";
import { type ForwardTo, forwardInquiry } from "./forward-inquiry";
import { getAnswerPage } from "./get-answer-page";
import { respondToInquiry } from "./respond-to-inquiry";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  ctx = systemOn(database.db);
});
afterAll(() => database.drop());

let made = 0;
/** Anna was asked about two people, and sends the inquiry on: to Otto by name, or to an address of her domain. */
async function givenForward(by: "typed" | "shared mailbox" = "typed") {
  const domain = `anna-${++made}.example`;
  const email = `anna@${domain}`;
  const therapist = await givenTherapist(ctx, { email });
  const people = [await givenPatient(ctx), await givenPatient(ctx)];
  const searchIds = people.map(({ searchId }) => searchId);
  const { inquiryId, items } = await givenSentInquiry(ctx, therapist, searchIds);
  const annas = await createToken(ctx, "respond", inquiryId);
  const anna: Context = { ...ctx, actor: { kind: "therapist", inquiryId } };
  const forward = async (to: ForwardTo) => {
    await forwardInquiry(anna, to);
    const sent = await ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId));
    const letter = await composeMail(
      ctx,
      sent.findLast(({ template }) => template === "inquiry_forwarded")!,
    );
    const secret = /\/respond\/([\w-]{43})/.exec(letter!.text)![1]!;
    return { secret, otto: { ...ctx, actor: (await findRespondent(ctx, secret))! } satisfies Context };
  };
  const shared = by === "shared mailbox" ? await givenTherapist(ctx, { email, lastName: "Otto" }) : null;
  const sent = () => forward(shared ? { colleagueId: shared.id } : { email: `otto@${domain}` });
  return { therapist, domain, email, people, inquiryId, items, annas, anna, sent };
}

/** That nothing of Anna's was touched: her link, her inquiry, her practice. */
async function expectAnnaUntouched({
  annas,
  inquiryId,
  therapist,
}: Awaited<ReturnType<typeof givenForward>>) {
  expect(await getAnswerPage(ctx, annas)).toMatchObject({ inquiryId, state: "open" });
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  expect(inquiry!.status).toBe("sent");
  const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
  expect(practice).toMatchObject({ emailBouncedAt: null, emailDisownedAt: null });
  expect(await ctx.db.select().from(tasks).where(eq(tasks.subjectId, therapist.id))).toEqual([]);
}

test("a colleague answers for who is open, and never sees whom the practice accepted before", async () => {
  const { people, inquiryId, items, anna, sent } = await givenForward();
  await respondToInquiry(anna, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]);
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, items[0]!.id));
  const patient: Context = { ...ctx, actor: { kind: "patient", patientId: people[0]!.id } };
  await confirmPlacement(patient, { placementId: placement!.id });
  const { otto } = await sent();
  expect((await listAnswerPlacements(anna))[0]!.contact).not.toBeNull();
  expect(await listAnswerPlacements(otto)).toEqual([]);
  await expect(failPlacement(otto, { placementId: placement!.id, reason: "no_show" })).rejects.toMatchObject({
    code: "not-found",
  });
  await respondToInquiry(otto, inquiryId, [{ itemId: items[1]!.id, outcome: "rejected_other" }]);
  expect((await itemsOf(ctx, inquiryId)).map(({ outcome }) => outcome)).toEqual([
    "accepted",
    "rejected_other",
  ]);
});

test("a forwarded mail that is sent again goes to the colleague once more, with a link of the colleague", async () => {
  const { inquiryId, domain, sent } = await givenForward();
  const { otto } = await sent();
  const mailsNow = () => ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId));
  const [first] = (await mailsNow()).filter(({ template }) => template === "inquiry_forwarded");
  await ctx.db.update(mails).set({ status: "failed", day: "2026-12-24" }).where(eq(mails.id, first!.id));
  await settleMail(ctx, first!.id, "again");
  const copy = (await mailsNow()).find(({ occasion }) => occasion === `again:${first!.id}`)!;
  expect(copy.day, "a mail keeps the day it speaks of").toBe("2026-12-24");
  const letter = await composeMail(ctx, copy);
  expect(letter!.to).toBe(`otto@${domain}`);
  const secret = /\/respond\/([\w-]{43})/.exec(letter!.text)![1]!;
  expect(await findRespondent(ctx, secret)).toEqual(otto.actor);
});

test("a forwarded mail in the wrong mailbox closes its own link only", async () => {
  const given = await givenForward();
  const { secret, otto } = await given.sent();
  await Promise.all([disownMailbox(otto), disownMailbox(otto)]);
  expect(await getAnswerPage(ctx, secret)).toBeNull();
  await expectAnnaUntouched(given);
});

test.each(["person", "address", "domain", "one click"] as const)(
  "a colleague's objection (%s) holds for the colleague's address, and for nothing of the practice",
  async (kind) => {
    const given = await givenForward();
    const { secret, otto } = await given.sent();
    if (kind === "one click") {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const request = new Request(`https://lotse.example/unsubscribe/${secret}`, {
        method: "POST",
        headers,
        body: "List-Unsubscribe=One-Click",
      });
      expect((await POST(request, { params: Promise.resolve({ token: secret }) })).status).toBe(200);
    } else await objectToContact(otto, { kind });
    const stored = await ctx.db.select().from(objections);
    expect(stored.filter(({ value }) => value.endsWith(given.domain))).toMatchObject([
      { kind: "address", value: `otto@${given.domain}` },
    ]);
    expect(await getAnswerPage(ctx, secret)).toBeNull();
    await expectAnnaUntouched(given);
  },
);

test("a colleague who shares the practice's mailbox objects by name, and the mailbox stays open", async () => {
  const given = await givenForward("shared mailbox");
  const { otto } = await given.sent();
  const before = await ctx.db.$count(objections);
  await objectToContact(otto, { kind: "address" });
  const stored = await ctx.db.select().from(objections);
  expect(stored.length).toBe(before + 1);
  expect(stored.find(({ value }) => value.startsWith("otto|"))).toMatchObject({ kind: "person" });
  expect(stored.map(({ value }) => value)).not.toContain(given.email);
  await expectAnnaUntouched(given);
});
