import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { inboundMailboxes, inboundMails, inquiries, mails, outbox, practices, staff } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import {
  givenPatient,
  givenProposal,
  givenSentInquiry,
  givenTherapist,
  systemOn,
} from "@/tests/support/factories";
import { germanInstant } from "../german-time";
import { objectFromMail } from "../inbox/answer-from-mail";
import { dismissInboundMail } from "../inbox/decide-inbound-mail";
import { storeInboundMail } from "../inbox/store-inbound-mail";
import { conductInquiry, findInquiryStep } from "../inquiries/conduct-inquiry";
import { expireInquiry } from "../inquiries/expire-inquiry";
import { approveInquiry } from "../inquiries/review-inquiry";
import { composeMail } from "./compose-mail";
import { queueMail } from "./queue-mail";
import { takeMail } from "./take-mail";
import type { MailTemplateTo } from "./templates";

let database: TestDatabase;
let ctx: Context;
let coordinator: Context;
let mailbox: { id: string; uidValidity: string };
beforeAll(async () => {
  database = await createTestDatabase();
  // A Tuesday without a holiday, in hours in which practices are written to.
  ctx = systemOn(database.db, germanInstant("2026-06-09", 600));
  const member = { name: "Test", email: "team@example.org", passwordHash: "-", role: "coordinator" } as const;
  const [row] = await ctx.db.insert(staff).values(member).returning();
  coordinator = { ...ctx, actor: { kind: "staff", id: row!.id, role: "coordinator", name: "Test" } };
  const [box] = await ctx.db
    .insert(inboundMailboxes)
    .values({ name: "a@b/INBOX", uidValidity: "1" })
    .returning();
  mailbox = box!;
});
afterAll(() => database.drop());

const objection = "Bitte keine weiteren Anfragen.";
const question = "Rufen Sie mich bitte einmal an.";

let uid = 0;
async function givenMailFrom(address: string, body: string, now = ctx.now) {
  uid += 1;
  const source = Buffer.from(`From: ${address}\r\nMessage-ID: <${newId()}@x.example>\r\n\r\n${body}`);
  const fetched = { uid, size: source.length, receivedAt: now, source, whole: true };
  const id = await storeInboundMail({ ...ctx, now }, mailbox, fetched);
  const [mail] = await ctx.db.select().from(inboundMails).where(eq(inboundMails.id, id!));
  return mail!;
}

async function givenAsked() {
  const therapist = await givenTherapist(ctx);
  const { searchId } = await givenPatient(ctx);
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [searchId]);
  const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
  return { therapist, inquiryId, practiceId: practice!.id, address: practice!.email! };
}
type Asked = Awaited<ReturnType<typeof givenAsked>>;

async function queued({ practiceId, inquiryId }: Asked, template: MailTemplateTo<"practice">) {
  const base = { practiceId, inquiryId, locale: "de", occasion: `test:${newId()}` } as const;
  const order =
    template === "inquiry_forwarded"
      ? { ...base, template, to: "kollegin@example.org" }
      : { ...base, template };
  return (await queueMail(ctx, order))!;
}
const firstMailOf = async ({ inquiryId }: Asked) => {
  const ofInquiry = and(eq(mails.inquiryId, inquiryId), eq(mails.template, "inquiry"));
  const [mail] = await ctx.db.select().from(mails).where(ofInquiry);
  return mail!.id;
};
const take = async (mailId: string, now = ctx.now) => (await takeMail({ ...ctx, now }, mailId)).kind;
const wakes = (mailId: string) =>
  ctx.db.$count(outbox, and(eq(outbox.name, "mail/released"), sql`${outbox.data}->>'mailId' = ${mailId}`));
const inMinutes = (minutes: number) => new Date(ctx.now.getTime() + minutes * 60_000);

test.each([objection, question, "Leider haben wir keinen Platz frei."])(
  "a first mail that is queued does not leave before somebody read what the practice wrote: %s",
  async (body) => {
    const asked = await givenAsked();
    const mailId = await firstMailOf(asked);
    const word = await givenMailFrom(asked.address, body);
    expect(await take(mailId)).toBe("waits");
    expect(await take(mailId, inMinutes(300)), "however long nobody reads it").toBe("waits");
    await dismissInboundMail({ ...coordinator, now: inMinutes(301) }, word);
    expect(await wakes(mailId), "it is looked at at once").toBe(1);
    expect(await take(mailId, inMinutes(301))).toBe("taken");
  },
);

test("a mail that the mail server put off is not hurried by whatever else is over", async () => {
  const asked = await givenAsked();
  const mailId = await firstMailOf(asked);
  const word = await givenMailFrom(asked.address, question);
  await ctx.db
    .update(mails)
    .set({ notBefore: inMinutes(30), errorCode: "451" })
    .where(eq(mails.id, mailId));
  await dismissInboundMail(coordinator, word);
  expect([await wakes(mailId), await take(mailId), await take(mailId, inMinutes(31))]).toEqual([
    0,
    "waits",
    "taken",
  ]);
});

test("an objection that a person confirms keeps the queued mail from leaving for good", async () => {
  const asked = await givenAsked();
  const mailId = await firstMailOf(asked);
  const word = await givenMailFrom(asked.address, objection);
  expect(await take(mailId)).toBe("waits");
  await objectFromMail(coordinator, word, { kind: "address" });
  const [mail] = await ctx.db.select().from(mails).where(eq(mails.id, mailId));
  expect(await composeMail(ctx, mail!)).toBeNull();
});

test("an unread objection holds every mail to the practice, a question only those that ask", async () => {
  const asked = await givenAsked();
  const receipt = await queued(asked, "answer_receipt");
  const told = await queued(asked, "patient_confirmed");
  const asking = await Promise.all([queued(asked, "inquiry_reminder"), queued(asked, "inquiry_forwarded")]);
  const word = await givenMailFrom(asked.address, question);
  expect(await Promise.all(asking.map((id) => take(id)))).toEqual(["waits", "waits"]);
  expect(await take(told)).toBe("taken");
  await dismissInboundMail(coordinator, word);
  await givenMailFrom(asked.address, objection);
  expect(await take(receipt)).toBe("waits");
});

test("a colleague's unread objection holds the mail to them, also before anybody knows whose it is", async () => {
  const asked = await givenAsked();
  const forwarded = await queued(asked, "inquiry_forwarded");
  const word = await givenMailFrom("Kollegin@example.org", objection);
  expect(word.practiceId).toBeNull();
  expect(await take(forwarded)).toBe("waits");
  expect(await take(await firstMailOf(asked)), "the practice said nothing").toBe("taken");
  await dismissInboundMail(coordinator, word);
  expect([await wakes(forwarded), await take(forwarded)]).toEqual([1, "taken"]);
});

test("what a stranger or another practice writes holds up nobody's mail, and neither does an absence", async () => {
  const asked = await givenAsked();
  const other = await givenAsked();
  await givenMailFrom("fremd@example.org", objection);
  await givenMailFrom(other.address, objection);
  await givenMailFrom(asked.address, "Ich bin bis 20.06.2026 im Urlaub. Dies ist eine automatische Antwort.");
  expect(await take(await firstMailOf(asked))).toBe("taken");
});

test("while nobody reads, it is looked after in growing spans, few enough for two weeks", async () => {
  const asked = await givenAsked();
  const mailId = await firstMailOf(asked);
  await givenMailFrom(asked.address, objection);
  const spans: number[] = [];
  let now = ctx.now;
  while (now < inMinutes(10 * 24 * 60)) {
    const look = await takeMail({ ...ctx, now }, mailId);
    if (look.kind !== "waits") throw new Error("left");
    spans.push(look.until.getTime() - now.getTime());
    now = look.until;
  }
  expect(spans).toEqual(spans.toSorted((a, b) => a - b));
  expect(spans.length).toBeLessThan(90);
});

test("an unread word about an earlier inquiry holds the practice's next one before it is sent, until somebody read it", async () => {
  const asked = await givenAsked();
  await ctx.db.update(mails).set({ status: "sent" }).where(eq(mails.inquiryId, asked.inquiryId));
  await expireInquiry(ctx, asked.inquiryId);
  await ctx.db.update(practices).set({ coolingUntil: null }).where(eq(practices.id, asked.practiceId));
  const { searchId } = await givenPatient(ctx);
  const { inquiryId } = await givenProposal(ctx, asked.therapist, [searchId]);
  await approveInquiry(ctx, { inquiryId, version: 1 });
  const word = await givenMailFrom(asked.address, objection);
  expect(word.inquiryId).toBe(asked.inquiryId);
  const later = { ...ctx, now: inMinutes(10) };
  expect(await findInquiryStep(ctx, inquiryId)).toEqual({ action: "person", at: null, because: "mail" });
  expect(await conductInquiry(later, inquiryId)).toBe("none");
  await objectFromMail(coordinator, word, { kind: "address" });
  const ids = [asked.inquiryId, inquiryId];
  const rows = await ctx.db.select().from(inquiries).where(inArray(inquiries.id, ids));
  expect(rows.map(({ status }) => status).toSorted()).toEqual(["cancelled", "expired"]);
});
