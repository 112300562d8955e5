import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/columns";
import { calls, inboundAttachments, mails, practices, tasks, therapists } from "@/db/schema";
import { given, givenInquiry, system } from "@/tests/support/inbox-world";
import { givenPatient } from "@/tests/support/factories";
import { conductInquiry } from "../inquiries/conduct-inquiry";

const report = (email: string, mailId: string, status = "5.1.1") => ({
  lines: [
    "From: MAILER-DAEMON@mx.example",
    "MIME-Version: 1.0",
    "Subject: Undelivered Mail Returned to Sender",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
  ],
  body: [
    "--b",
    "Content-Type: text/plain",
    "",
    "This is the mail system.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    `Final-Recipient: rfc822; ${email}`,
    "Action: failed",
    `Status: ${status}`,
    "--b",
    "Content-Type: message/rfc822",
    "",
    `Message-ID: <${mailId}@127.0.0.1>`,
    "Subject: Anfrage",
    "",
    "x",
    "--b--",
  ].join("\r\n"),
});
const practiceOf = async (id: string) =>
  (await system.db.select().from(practices).where(eq(practices.id, id)))[0]!;

test("a hard bounce marks the address, plans the call, once, and needs nobody", async () => {
  const { inquiryId, email, practiceId, mailId } = await givenInquiry(2);
  for (let round = 0; round < 2; round++) {
    const { lines, body } = report(email, mailId);
    const mail = await given(body, [...lines, `X-Round: ${round}`]);
    expect(mail).toMatchObject({
      kind: "bounce_hard",
      inquiryId,
      state: round === 0 ? "settled" : "assigned",
    });
    expect(await system.db.$count(inboundAttachments, eq(inboundAttachments.inboundMailId, mail.id))).toBe(0);
  }
  expect((await practiceOf(practiceId)).emailBouncedAt).toEqual(system.now);
  expect(await system.db.$count(calls, eq(calls.inquiryId, inquiryId))).toBe(1);
});

test("a refusal for good leaves the address in use, notes the mail as not arrived, and the practice is called instead of reminded", async () => {
  const { inquiryId, email, practiceId, mailId } = await givenInquiry(2);
  for (let round = 0; round < 2; round++) {
    const { lines, body } = report(email, mailId, "5.7.1");
    // Why is for a person to read.
    expect((await given(body, [...lines, `X-Round: ${round}`])).state).toBe("assigned");
  }
  expect((await practiceOf(practiceId)).emailBouncedAt).toBeNull();
  const [mail] = await system.db.select().from(mails).where(eq(mails.id, mailId));
  expect(mail!.bouncedAt).toEqual(system.now);
  expect(await system.db.$count(calls, eq(calls.inquiryId, inquiryId))).toBe(1);
  const later = { ...system, now: new Date(system.now.getTime() + 8 * 86_400_000) };
  expect(await conductInquiry(later, inquiryId)).toBe("none");
  expect(await system.db.$count(mails, eq(mails.inquiryId, inquiryId))).toBe(1);
});

test("a refused mail to a practice without a number becomes a task, a refused reminder after a mail that arrived nothing", async () => {
  const asked = await givenInquiry(2);
  await system.db.update(therapists).set({ phone: null }).where(eq(therapists.practiceId, asked.practiceId));
  await system.db.update(practices).set({ phone: null }).where(eq(practices.id, asked.practiceId));
  const { lines, body } = report(asked.email, asked.mailId, "5.7.1");
  await given(body, lines);
  const missing = and(eq(tasks.kind, "no_contact"), eq(tasks.subjectId, asked.inquiryId));
  expect(await system.db.$count(tasks, missing)).toBe(1);

  const { inquiryId, email, practiceId } = await givenInquiry(2);
  const [reminder] = await system.db
    .insert(mails)
    .values({
      template: "inquiry_reminder",
      occasion: newId(),
      inquiryId,
      practiceId,
      status: "sent",
      recipient: email,
    })
    .returning();
  const refused = report(email, reminder!.id, "5.7.1");
  await given(refused.body, refused.lines);
  expect(await system.db.$count(calls, eq(calls.inquiryId, inquiryId))).toBe(0);
});

test("a soft bounce, one about another address and one that names no mail of ours mark nothing", async () => {
  const { email, practiceId, mailId } = await givenInquiry(2);
  for (const { lines, body } of [
    report(email, mailId, "4.2.2"),
    report("andere@example.org", mailId),
    report(email, newId()),
  ]) {
    expect((await given(body, lines)).state).not.toBe("settled");
  }
  expect((await practiceOf(practiceId)).emailBouncedAt).toBeNull();
});

test("a bounce from a patient is a task, once", async () => {
  const { id: patientId } = await givenPatient(system, { email: "weg@example.org" });
  const [mail] = await system.db
    .insert(mails)
    .values({ template: "search_started", occasion: newId(), patientId })
    .returning();
  for (let round = 0; round < 2; round++) {
    const { lines, body } = report("Weg@example.org", mail!.id);
    await given(body, [...lines, `X-Round: ${round}`]);
  }
  expect(await system.db.select().from(tasks).where(eq(tasks.subjectId, patientId))).toMatchObject([
    { kind: "mail_bounced" },
  ]);
});
