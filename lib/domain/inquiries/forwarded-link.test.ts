import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/unsubscribe/[token]/route";
import { inquiries, mails, objections, placements, practices, tasks, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { AppError } from "@/lib/core/errors";
import { type Respondent, createToken, findRespondent } from "@/lib/core/tokens";
import { settleMail } from "@/lib/domain/mail/settle-mail";
import { composeMail } from "@/lib/domain/mail/compose-mail";
import { advancePlacement } from "@/lib/domain/placements/advance-placement";
import { agreeFirstTalk } from "@/lib/domain/placements/agree-first-talk";
import { confirmPlacement } from "@/lib/domain/placements/confirm-placement";
import { failPlacement } from "@/lib/domain/placements/fail-placement";
import { listAnswerPlacements } from "@/lib/domain/placements/list-answer-placements";
import { listOwnAcceptances } from "@/lib/domain/placements/list-own-acceptances";
import { takeBackAcceptance } from "@/lib/domain/placements/take-back-acceptance";
import { disownMailbox } from "@/lib/domain/practices/disown-mailbox";
import { correctPhoneHours } from "@/lib/domain/therapists/correct-phone-hours";
import { objectToContact } from "@/lib/domain/therapists/object-to-contact";
import { objectionKeys, storedValue } from "@/lib/domain/therapists/objection-index";
import { noWishes } from "@/lib/domain/therapists/schemas";
import { stateCapacity } from "@/lib/domain/therapists/state-capacity";
import { stateWishes } from "@/lib/domain/therapists/state-wishes";
import { isoDayOf } from "@/lib/format";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf, systemOn } from "@/tests/support/factories";
import { declineInquiry } from "./decline-inquiry";
import { type ForwardTo, forwardInquiry } from "./forward-inquiry";
import { getAnswerPage } from "./get-answer-page";
import { getForwardOptions } from "./list-colleagues";
import { offerNextPatient } from "./offer-next-patient";
import { respondToInquiry } from "./respond-to-inquiry";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  ctx = systemOn(database.db);
});
afterAll(() => database.drop());

const nextSpring = isoDayOf(new Date(Date.now() + 150 * 86_400_000));

let domains = 0;
/** What the practice says of itself, and until when its mailbox rests. */
async function recordOf({ id }: { id: string }) {
  const [row] = await ctx.db
    .select({ therapist: therapists, coolingUntil: practices.coolingUntil })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(eq(therapists.id, id));
  const { capacity, wishes, phoneHours } = row!.therapist;
  return { capacity, wishes, phoneHours, coolingUntil: row!.coolingUntil };
}

/** Anna was asked about two people, and sends the inquiry on: to Otto by name, or to an address of her domain. */
async function givenForward(by: "typed" | "shared mailbox" = "typed") {
  const domain = `anna-${++domains}.example`;
  const email = `anna@${domain}`;
  const made = await givenTherapist(ctx, { email });
  const people = [await givenPatient(ctx), await givenPatient(ctx)];
  const searchIds = people.map(({ searchId }) => searchId);
  const { inquiryId, items } = await givenSentInquiry(ctx, made, searchIds);
  const therapist = { ...made, before: await recordOf(made) };
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

/** Otto said yes to the first of both by his own link. */
async function givenOttosYes() {
  const asked = await givenForward();
  const { otto } = await asked.sent();
  const itemId = asked.items[0]!.id;
  await respondToInquiry(otto, asked.inquiryId, [{ itemId, outcome: "accepted" }]);
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, itemId));
  const patient: Context = { ...ctx, actor: { kind: "patient", patientId: asked.people[0]!.id } };
  return { ...asked, otto, patient, itemId, placementId: placement!.id };
}

/** Everything that a link can do besides answering, and the actors who may. */
const practiceOnly: [
  string,
  (own: Context, about: { inquiryId: string; placementId: string }) => Promise<unknown>,
][] = [
  ["state free places", (own) => stateCapacity(own, { individual: 1, group: 0, from: isoDayOf(ctx.now) })],
  ["state wishes", (own) => stateWishes(own, noWishes)],
  ["correct telephone hours", (own) => correctPhoneHours(own, {})],
  ["send it on", (own) => forwardInquiry(own, { email: "opfer@anderswo.example" })],
  ["see to whom it can be sent on", (own) => getForwardOptions(own)],
  ["ask not to be asked before a day", (own, { inquiryId }) => declineInquiry(own, inquiryId, "2027-03-01")],
  ["ask for the next person", (own, { inquiryId }) => offerNextPatient(own, inquiryId)],
  ["see whom the practice accepted", (own) => listAnswerPlacements(own)],
  [
    "tell of a first talk",
    (own, { placementId }) => advancePlacement(own, { placementId, to: "first_talk" }),
  ],
  [
    "agree on a first talk",
    (own, { placementId }) => agreeFirstTalk(own, { placementId, on: isoDayOf(ctx.now) }),
  ],
  ["give a place up", (own, { placementId }) => failPlacement(own, { placementId, reason: "no_show" })],
  ["confirm for a patient", (own, { placementId }) => confirmPlacement(own, { placementId })],
];

describe("a colleague's own mistaken yes", () => {
  test("is taken back by the colleague as by the practice, and touches nothing of the practice", async () => {
    const { inquiryId, otto, placementId, therapist } = await givenOttosYes();
    expect(await listOwnAcceptances(otto)).toEqual([{ id: placementId, position: 1 }]);
    await takeBackAcceptance(otto, { placementId, answer: "rejected_unsuitable" });
    expect(await listOwnAcceptances(otto)).toEqual([]);
    const outcomes = (await itemsOf(ctx, inquiryId)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["rejected_unsuitable", "pending"]);
    expect(await recordOf(therapist)).toEqual(therapist.before);
    const again = takeBackAcceptance(otto, { placementId, answer: "rejected_capacity" });
    await expect(again).rejects.toMatchObject({ key: "placement_failed" });
  });

  test("can still be taken back by the practice, whose page shows it", async () => {
    const { anna, placementId } = await givenOttosYes();
    expect((await listAnswerPlacements(anna)).map(({ id }) => id)).toEqual([placementId]);
    await takeBackAcceptance(anna, { placementId, answer: "rejected_capacity" });
    expect(await listAnswerPlacements(anna)).toEqual([]);
  });

  test("stays once the patient agreed, and the colleague moves nothing that comes of it", async () => {
    const { inquiryId, otto, patient, placementId } = await givenOttosYes();
    await confirmPlacement(patient, { placementId });
    expect(await listOwnAcceptances(otto)).toEqual([]);
    await expect(
      takeBackAcceptance(otto, { placementId, answer: "rejected_capacity" }),
    ).rejects.toMatchObject({ key: "placement_confirmed" });
    for (const [name, call] of practiceOnly)
      await expect(call(otto, { inquiryId, placementId }), name).rejects.toSatisfy(
        (error: AppError) => error.code === "forbidden" || error.code === "not-found",
      );
    expect((await itemsOf(ctx, inquiryId))[0]!.outcome).toBe("accepted");
  });

  test("is nobody else's to take back: not the practice's yes, not that of another forwarded link", async () => {
    const { anna, inquiryId, items, otto } = await givenOttosYes();
    await respondToInquiry(anna, inquiryId, [{ itemId: items[1]!.id, outcome: "accepted" }]);
    const annas = (await listAnswerPlacements(anna)).find(({ itemId }) => itemId === items[1]!.id)!;
    const ottos = (await listOwnAcceptances(otto))[0]!;
    const elsewhere = (await (await givenForward()).sent()).otto;
    for (const [who, placementId] of [
      [otto, annas.id],
      [elsewhere, ottos.id],
    ] as const)
      await expect(
        takeBackAcceptance(who, { placementId, answer: "rejected_capacity" }),
      ).rejects.toMatchObject({ code: "not-found" });
    expect((await itemsOf(ctx, inquiryId)).map(({ outcome }) => outcome)).toEqual(["accepted", "accepted"]);
  });
});

describe("a forwarded link answers for patients, and changes nothing of the practice", () => {
  test.each(practiceOnly)("it does not %s", async (_, call) => {
    const { inquiryId, items, anna, therapist, sent } = await givenForward();
    await respondToInquiry(anna, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]);
    const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, items[0]!.id));
    const { otto } = await sent();
    const about = { inquiryId, placementId: placement!.id };
    await expect(call(otto, about)).rejects.toSatisfy(
      (error: AppError) => error.code === "forbidden" || error.code === "not-found",
    );
    expect(await recordOf(therapist)).toEqual(therapist.before);
    expect((await itemsOf(ctx, inquiryId)).map(({ outcome }) => outcome)).toEqual(["accepted", "pending"]);
  });

  test("later in spring is kept with the answer; the mailbox and its free places stay as they were", async () => {
    const { inquiryId, items, therapist, anna, sent } = await givenForward();
    const { otto } = await sent();
    const later = (index: number) =>
      [{ itemId: items[index]!.id, outcome: "later", laterOn: nextSpring }] as const;
    await respondToInquiry(otto, inquiryId, [...later(0)]);
    expect((await itemsOf(ctx, inquiryId))[0]).toMatchObject({ outcome: "later", laterOn: nextSpring });
    expect(await recordOf(therapist)).toEqual(therapist.before);
    await respondToInquiry(anna, inquiryId, [...later(1)]);
    expect((await recordOf(therapist)).capacity, "the practice's own word counts").toMatchObject({
      from: nextSpring,
    });
  });

  test("it declines for everybody without a day, and what the practice did not say is not shown to it", async () => {
    const { inquiryId, therapist, sent } = await givenForward();
    const { otto, secret } = await sent();
    expect(await getAnswerPage(ctx, secret)).toMatchObject({ known: null, mayFollow: false });
    await declineInquiry(otto, inquiryId, null);
    expect((await itemsOf(ctx, inquiryId)).map(({ outcome }) => outcome)).toEqual([
      "rejected_capacity",
      "rejected_capacity",
    ]);
    expect(await recordOf(therapist)).toEqual(therapist.before);
  });

  test("it opens one inquiry: another one's items are not there, another one's id is forbidden", async () => {
    const { sent } = await givenForward();
    const other = await givenForward();
    const { otto } = await sent();
    const answer = { itemId: other.items[0]!.id, outcome: "accepted" } as const;
    await expect(respondToInquiry(otto, other.inquiryId, [answer])).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      respondToInquiry(otto, (otto.actor as Respondent).inquiryId, [answer]),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

test("a colleague answers for who is open, and never sees whom the practice accepted before", async () => {
  const { people, inquiryId, items, anna, sent } = await givenForward();
  await respondToInquiry(anna, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]);
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, items[0]!.id));
  const patient: Context = { ...ctx, actor: { kind: "patient", patientId: people[0]!.id } };
  await confirmPlacement(patient, { placementId: placement!.id });
  const { otto } = await sent();
  expect((await listAnswerPlacements(anna))[0]!.contact).not.toBeNull();
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
    const meant = [
      { kind: "address" as const, value: `otto@${given.domain}` },
      { kind: "address" as const, value: given.email },
      { kind: "domain" as const, value: given.domain },
    ].map(storedValue);
    expect(stored.filter(({ value }) => meant.includes(value)).map(({ value }) => value)).toEqual([meant[0]]);
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
  const added = stored.slice(before);
  expect(added.map(({ kind }) => kind)).toEqual(added.map(() => "person"));
  const [colleague] = await ctx.db.select().from(therapists).where(eq(therapists.lastName, "Otto"));
  const ownKeys = objectionKeys({ ...colleague!, email: null, postalCodes: ["52064"] });
  expect(added.map(({ value }) => value).sort()).toEqual(ownKeys.map(storedValue).sort());
  expect(stored.map(({ value }) => value)).not.toContain(
    storedValue({ kind: "address", value: given.email }),
  );
  await expectAnnaUntouched(given);
});
