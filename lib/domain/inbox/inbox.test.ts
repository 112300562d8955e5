import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import {
  auditEntries,
  inboundAttachments,
  inboundMailboxes,
  inboundMails,
  inquiries,
  inquiryItems,
  mails,
  objections,
  outbox,
  patients as patientsTable,
  staff as staffTable,
  therapists,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { StaffRole } from "@/lib/domain/staff/status";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { isoDayOf } from "@/lib/format";
import { listCalls } from "../calls/list-calls";
import { germanInstant } from "../german-time";
import { conductInquiry, findInquiryStep } from "../inquiries/conduct-inquiry";
import { composeMail } from "../mail/compose-mail";
import { answerFromMail, objectFromMail } from "./answer-from-mail";
import { askAgainFromMail } from "./ask-again-from-mail";
import { assignInboundMail } from "./assign-inbound-mail";
import { dismissInboundMail, restoreInboundMail, settleInboundMail } from "./decide-inbound-mail";
import { findAssignable } from "./find-assignable";
import { getAttachment, getInboundMail } from "./get-inbound-mail";
import { listInboundMails, listInboundMailsOf, listOtherThreads, listThread } from "./list-inbound-mails";
import { mergeThreads } from "./merge-threads";
import { getMailboxState, readMailboxNow } from "./read-mailbox-now";
import { receiveMails } from "./receive-mails";
import { deleteOldInboundMails } from "../privacy/delete-old-inbound-mails";
import { updateSettings } from "../settings/settings";
import { storeInboundMail } from "./store-inbound-mail";

let database: TestDatabase;
let system: Context;
let mailbox: { id: string; uidValidity: string };
const staffId = newId();
const as = (role: StaffRole): Context => ({
  ...system,
  actor: { kind: "staff", id: staffId, role, name: "x" },
});
beforeAll(async () => {
  process.env.REPLY_ADDRESS = "antwort@lotse.example";
  database = await createTestDatabase();
  system = systemOn(database.db);
  const person = { name: "Kim", email: "kim@example.org", passwordHash: "", role: "coordinator" as const };
  await system.db.insert(staffTable).values({ id: staffId, ...person });
  const [row] = await system.db
    .insert(inboundMailboxes)
    .values({ name: "a@b/INBOX", uidValidity: "1" })
    .returning();
  mailbox = row!;
});
afterAll(() => database.drop());

let uid = 0;
async function given(body = "Text", heads: string[] = ["From: wer@example.org"]) {
  uid += 1;
  const source = Buffer.from([...heads, `Message-ID: <${newId()}@x.example>`, "", body].join("\r\n"));
  const id = await storeInboundMail(system, mailbox, {
    uid,
    size: source.length,
    receivedAt: system.now,
    source,
    whole: true,
  });
  return (await rowOf(id!))!;
}
const rowOf = async (id: string) =>
  (await system.db.select().from(inboundMails).where(eq(inboundMails.id, id)))[0];

async function givenInquiry(people: number) {
  const therapist = await givenTherapist(system);
  const searchIds: string[] = [];
  for (let i = 0; i < people; i++) searchIds.push((await givenPatient(system)).searchId);
  const { inquiryId, items } = await givenSentInquiry(system, therapist, searchIds);
  const [inquiry] = await system.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  await system.db
    .update(mails)
    .set({ status: "sent", sentAt: system.now })
    .where(eq(mails.inquiryId, inquiryId));
  return { inquiryId, items, therapist, reference: inquiry!.reference };
}

async function givenAnswer(body: string, people = 2) {
  const asked = await givenInquiry(people);
  const mail = await given(body, ["From: p@example.org", `To: antwort+${asked.reference}@lotse.example`]);
  return { mail, ...asked };
}
const outcomesOf = async (inquiryId: string) =>
  (
    await system.db
      .select()
      .from(inquiryItems)
      .where(eq(inquiryItems.inquiryId, inquiryId))
      .orderBy(inquiryItems.position)
  ).map((item) => item.outcome);

describe("who may do what", () => {
  const seen = () => ({ id: newId(), version: 1 });
  const reads: [string, (ctx: Context) => Promise<unknown>][] = [
    ["list", (ctx) => listInboundMails(ctx, {})],
    ["read", (ctx) => getInboundMail(ctx, newId())],
    ["download", (ctx) => getAttachment(ctx, { mailId: newId(), attachmentId: newId() })],
    ["read a thread", (ctx) => listThread(ctx, newId())],
    ["read other threads", (ctx) => listOtherThreads(ctx, newId())],
    ["see the mailbox", (ctx) => getMailboxState(ctx)],
    ["settle", (ctx) => settleInboundMail(ctx, seen())],
    ["dismiss", (ctx) => dismissInboundMail(ctx, seen())],
    ["take back", (ctx) => restoreInboundMail(ctx, newId())],
    ["assign", (ctx) => assignInboundMail(ctx, seen(), { kind: "inquiry", id: newId() })],
    ["merge", (ctx) => mergeThreads(ctx, seen(), newId())],
    ["answer", (ctx) => answerFromMail(ctx, seen(), [])],
    ["object", (ctx) => objectFromMail(ctx, seen(), "person")],
    ["look for whose it is", (ctx) => findAssignable(ctx, "x")],
    ["have the mailbox read", (ctx) => readMailboxNow(ctx)],
  ];
  const strangers: [string, () => Context][] = [
    ["a viewer", () => as("viewer")],
    ["the public", () => ({ ...system, actor: { kind: "public" } })],
    ["a patient", () => ({ ...system, actor: { kind: "patient", patientId: newId() } })],
    ["a practice", () => ({ ...system, actor: { kind: "therapist", inquiryId: newId() } })],
    [
      "an API token",
      () => ({
        ...system,
        actor: {
          kind: "api",
          tokenId: newId(),
          scopes: ["patients.read", "patients.write", "therapists.write"],
        },
      }),
    ],
  ];
  for (const [who, ctx] of strangers) {
    test.each(reads)(`${who} cannot %s`, async (_, verb) => {
      await expect(verb(ctx())).rejects.toMatchObject({ code: "forbidden" });
    });
  }

  test("staff neither store nor fetch, and a viewer sees none beside an inquiry", async () => {
    const { inquiryId } = await givenAnswer("Nein.");
    expect(await listInboundMailsOf(as("viewer"), inquiryId)).toEqual([]);
    expect(await listInboundMailsOf(as("coordinator"), inquiryId)).toHaveLength(1);
    await expect(receiveMails(as("admin"))).rejects.toMatchObject({ code: "forbidden" });
    const message = { uid: 1, size: 1, receivedAt: system.now, source: Buffer.from("x"), whole: true };
    await expect(storeInboundMail(as("admin"), mailbox, message)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("reading", () => {
  test("a mail and an attachment is written down, and an attachment of another mail is not found", async () => {
    const parts =
      "--b\r\n\r\nText\r\n--b\r\nContent-Disposition: attachment; filename=lauf.js\r\n\r\nalert(1)\r\n--b--";
    const mail = await given(parts, [
      "From: a@example.org",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=b",
    ]);
    const ctx = as("coordinator");
    const view = await getInboundMail(ctx, mail.id);
    const attachmentId = view.attachments[0]!.id;
    expect(await getAttachment(ctx, { mailId: mail.id, attachmentId })).toMatchObject({
      fileName: "lauf.txt",
      mime: "text/plain; charset=utf-8",
    });
    await expect(getAttachment(ctx, { mailId: newId(), attachmentId })).rejects.toMatchObject({
      code: "not-found",
    });
    const acts = await system.db
      .select({ act: auditEntries.act })
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, mail.id), eq(auditEntries.actorId, staffId)));
    expect(acts.map(({ act }) => act)).toEqual(["inbound.view", "inbound.download"]);
  });

  test("a refused attachment has no content to give", async () => {
    const parts =
      "--b\r\n\r\nText\r\n--b\r\nContent-Disposition: attachment; filename=x.pdf\r\n\r\nMZ1234\r\n--b--";
    const mail = await given(parts, [
      "From: a@example.org",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=b",
    ]);
    const [attachment] = await system.db
      .select()
      .from(inboundAttachments)
      .where(eq(inboundAttachments.inboundMailId, mail.id));
    expect(attachment).toMatchObject({ refused: "program", content: null });
    await expect(
      getAttachment(as("coordinator"), { mailId: mail.id, attachmentId: attachment!.id }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("deciding", () => {
  test("of many who decide at once exactly one does, in every round", async () => {
    for (let round = 0; round < 10; round++) {
      const mail = await given();
      const tries = [settleInboundMail, dismissInboundMail, settleInboundMail, dismissInboundMail].map(
        (verb) => verb(as("coordinator"), mail),
      );
      const results = await Promise.allSettled(tries);
      expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
      for (const result of results)
        if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
      expect((await rowOf(mail.id))!.version).toBe(2);
    }
  });

  test("what was put away can be taken back, and says who decided meanwhile", async () => {
    const mail = await given();
    await dismissInboundMail(as("coordinator"), mail);
    expect(await rowOf(mail.id)).toMatchObject({
      state: "dismissed",
      decidedBy: staffId,
      decidedAt: system.now,
    });
    await restoreInboundMail(as("coordinator"), mail.id);
    expect(await rowOf(mail.id)).toMatchObject({ state: "new", decidedBy: null, decidedAt: null });
    await expect(restoreInboundMail(as("coordinator"), mail.id)).rejects.toMatchObject({ code: "conflict" });
  });

  test("an answer is entered as a person confirmed it, and the mail is settled", async () => {
    const { mail, inquiryId, items } = await givenAnswer(
      "Patient 1 nehme ich gerne auf, Patient 2 leider nicht.",
    );
    expect(mail.suggestion?.outcomes.map((one) => [one.position, one.outcome])).toEqual([
      [1, "accepted"],
      [2, "rejected_other"],
    ]);
    const answers = [
      { itemId: items[0]!.id, outcome: "accepted" as const },
      { itemId: items[1]!.id, outcome: "rejected_unsuitable" as const },
    ];
    expect(Object.values(await answerFromMail(as("coordinator"), mail, answers))).toEqual([
      "accepted",
      "recorded",
    ]);
    expect(await outcomesOf(inquiryId)).toEqual(["accepted", "rejected_unsuitable"]);
    expect((await rowOf(mail.id))!.state).toBe("settled");
    await expect(answerFromMail(as("coordinator"), mail, answers)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("two who enter answers at once give each person one answer", async () => {
    for (let round = 0; round < 5; round++) {
      const { mail, inquiryId, items } = await givenAnswer("Ja.", 1);
      const answer = (outcome: "accepted" | "rejected_capacity") =>
        answerFromMail(as("coordinator"), mail, [{ itemId: items[0]!.id, outcome }]);
      await Promise.allSettled([answer("accepted"), answer("rejected_capacity")]);
      expect(["accepted", "rejected_capacity"]).toContain((await outcomesOf(inquiryId))[0]);
      const written = await system.db.$count(
        auditEntries,
        and(eq(auditEntries.act, "inquiry.answer"), eq(auditEntries.subjectId, inquiryId)),
      );
      expect(written).toBe(1);
    }
  });

  test("an answer that came too late leaves the mail waiting", async () => {
    const { mail, items } = await givenAnswer("Ja.", 2);
    const answers = [{ itemId: items[0]!.id, outcome: "rejected_other" as const }];
    await answerFromMail(as("coordinator"), mail, answers);
    const again = await given("Doch.", ["From: p@example.org"]);
    await assignInboundMail(as("coordinator"), again, { kind: "inquiry", id: mail.inquiryId! });
    const seen = (await rowOf(again.id))!;
    expect(Object.values(await answerFromMail(as("coordinator"), seen, answers))).toEqual([
      "already_answered",
    ]);
    expect((await rowOf(again.id))!.state).toBe("assigned");
  });

  test("an objection is entered for good and closes the inquiry", async () => {
    const { mail, inquiryId } = await givenAnswer("Bitte keine weiteren Anfragen.");
    expect(mail.kind).toBe("objection");
    await objectFromMail(as("coordinator"), mail, "address");
    expect(await system.db.$count(objections, eq(objections.kind, "address"))).toBe(1);
    expect(await outcomesOf(inquiryId)).toEqual(["withdrawn", "withdrawn"]);
    expect((await rowOf(mail.id))!.state).toBe("settled");
  });
});

describe("an inquiry about which a mail waits", () => {
  const inDays = (days: number): Context => ({
    ...system,
    now: new Date(system.now.getTime() + days * 86_400_000),
  });
  const news = (inquiryId: string) =>
    system.db.$count(
      outbox,
      and(eq(outbox.name, "inquiry/changed"), sql`${outbox.data}->>'inquiryId' = ${inquiryId}`),
    );
  const held = { action: "person", at: null, because: "mail" };

  test.each([
    "Leider haben wir keinen Platz frei.",
    "Bitte keine weiteren Anfragen.",
    "Rufen Sie mich bitte einmal an.",
  ])("is neither reminded of nor ended before somebody read it, and goes on then: %s", async (body) => {
    const { mail, inquiryId } = await givenAnswer(body);
    expect(["answer", "objection", "other"]).toContain(mail.kind);
    expect(await findInquiryStep(system, inquiryId)).toEqual(held);
    expect(await news(inquiryId), "its workflow hears of the mail").toBe(1);
    for (const day of [7, 14, 28]) expect(await conductInquiry(inDays(day), inquiryId)).toBe("none");
    await dismissInboundMail(as("coordinator"), mail);
    expect(await news(inquiryId), "and of the decision").toBe(2);
    expect(await conductInquiry(inDays(28), inquiryId)).toBe("remind");
    await restoreInboundMail(as("coordinator"), mail.id);
    expect(await findInquiryStep(system, inquiryId)).toEqual(held);
  });

  test("waits also when the mail is assigned or joined to it by hand, and no longer when it goes elsewhere", async () => {
    const [one, other] = [await givenInquiry(1), await givenInquiry(1)];
    const mail = await given("Guten Tag");
    await assignInboundMail(as("coordinator"), mail, { kind: "inquiry", id: one.inquiryId });
    expect(await findInquiryStep(system, one.inquiryId)).toEqual(held);
    const again = (await rowOf(mail.id))!;
    await assignInboundMail(as("coordinator"), again, { kind: "inquiry", id: other.inquiryId });
    expect((await findInquiryStep(system, one.inquiryId)).action).toBe("remind");
    expect(await findInquiryStep(system, other.inquiryId)).toEqual(held);
    expect([await news(one.inquiryId), await news(other.inquiryId)]).toEqual([2, 1]);
    const joined = await given("Noch etwas");
    await mergeThreads(as("coordinator"), joined, mail.id);
    expect(await news(other.inquiryId)).toBe(2);
  });

  test("is not on the call list, and a reminder that waited to leave does not leave", async () => {
    const { inquiryId, reference } = await givenInquiry(1);
    await conductInquiry(inDays(7), inquiryId);
    await conductInquiry(inDays(14), inquiryId);
    const isListed = async () => {
      const { now, later } = await listCalls(as("coordinator"));
      return [...now, ...later].some((line) => line.inquiries.some((one) => one.inquiryId === inquiryId));
    };
    const [reminder] = await system.db
      .select()
      .from(mails)
      .where(and(eq(mails.inquiryId, inquiryId), eq(mails.template, "inquiry_reminder")));
    expect(await isListed()).toBe(true);
    expect(await composeMail(system, reminder!)).not.toBeNull();
    const mail = await given("Nein.", ["From: p@example.org", `To: antwort+${reference}@lotse.example`]);
    expect(await isListed()).toBe(false);
    expect(await composeMail(system, reminder!)).toBeNull();
    await settleInboundMail(as("coordinator"), mail);
    expect(await isListed()).toBe(true);
  });

  test("that nobody is there is no answer: asked again from the day of return, and no place is noted", async () => {
    const { inquiryId, therapist, reference } = await givenInquiry(2);
    const backOn = isoDayOf(inDays(20).now);
    const [year, month, day] = backOn.split("-");
    const mail = await given(`Ich bin bis zum ${day}.${month}.${year} im Urlaub.`, [
      "From: p@example.org",
      `To: antwort+${reference}@lotse.example`,
      "Subject: Abwesenheitsnotiz",
      "Auto-Submitted: auto-replied",
    ]);
    expect(mail.kind).toBe("out_of_office");
    expect((await findInquiryStep(system, inquiryId)).action, "a machine wrote it").toBe("remind");
    const until = mail.suggestion!.backOn!;
    for (const wrong of ["2062-05-01", "2020-01-01", "x"])
      await expect(askAgainFromMail(as("coordinator"), mail, wrong)).rejects.toMatchObject({
        code: "invalid",
      });
    await expect(askAgainFromMail(as("viewer"), mail, until)).rejects.toMatchObject({ code: "forbidden" });
    await askAgainFromMail(as("coordinator"), mail, until);
    expect(await findInquiryStep(system, inquiryId)).toEqual({
      action: "remind",
      at: germanInstant(until, 8 * 60),
    });
    expect(await outcomesOf(inquiryId)).toEqual(["pending", "pending"]);
    const [row] = await system.db.select().from(therapists).where(eq(therapists.id, therapist.id));
    expect(row!.capacity).toBeNull();
    expect((await rowOf(mail.id))!.state).toBe("settled");
  });
});

describe("keeping", () => {
  test("what was put away goes after a month, what is settled after the time that is set, with attachments; what waits stays", async () => {
    const parts =
      "--b\r\n\r\nText\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nDatei\r\n--b--";
    const head = ["From: a@example.org", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"];
    const [away, done, open] = [
      await given(parts, head),
      await given(`${parts} `, head),
      await given(`${parts}  `, head),
    ];
    await dismissInboundMail(as("coordinator"), away);
    await settleInboundMail(as("coordinator"), done);
    const after = (days: number) => ({ ...system, now: new Date(system.now.getTime() + days * 86_400_000) });
    const attachmentsOf = ({ id }: { id: string }) =>
      system.db.$count(inboundAttachments, eq(inboundAttachments.inboundMailId, id));
    await deleteOldInboundMails(after(29));
    expect(await rowOf(away.id)).toBeDefined();
    await deleteOldInboundMails(after(31));
    expect(await rowOf(away.id)).toBeUndefined();
    expect(await attachmentsOf(away)).toBe(0);
    await deleteOldInboundMails(after(179));
    expect((await rowOf(done.id))!.state).toBe("settled");
    await updateSettings(system, { inboundMailDays: 100 });
    await deleteOldInboundMails(after(99));
    expect(await attachmentsOf(done)).toBe(1);
    await deleteOldInboundMails(after(101));
    expect(await rowOf(done.id)).toBeUndefined();
    expect(await attachmentsOf(done)).toBe(0);
    await deleteOldInboundMails(after(4000));
    expect((await rowOf(open.id))!.state).toBe("new");
    const deleted = and(eq(auditEntries.act, "inbound.delete"), eq(auditEntries.subjectId, done.id));
    const [entry] = await system.db.select().from(auditEntries).where(deleted);
    expect(entry!.details, "says that it went, not what stood in it").toEqual({ state: "settled" });
  });

  test("what was put away, settled or erased with its patient stays gone when the mailbox is restored and numbered anew", async () => {
    const patient = await givenPatient(system, { email: "restored@example.org" });
    const sources = ["weg@example.org", "fertig@example.org", "restored@example.org"].map((from) =>
      Buffer.from(`From: ${from}\r\nMessage-ID: <${newId()}@x.example>\r\n\r\nNoch einmal`),
    );
    const fetch = (box: typeof mailbox, source: Buffer) => {
      uid += 1;
      return storeInboundMail(system, box, {
        uid,
        size: source.length,
        receivedAt: system.now,
        source,
        whole: true,
      });
    };
    const stored: string[] = [];
    for (const source of sources) stored.push((await fetch(mailbox, source))!);
    const [away, done, patients] = await Promise.all(stored.map(async (id) => (await rowOf(id))!));
    expect(patients!.patientId).toBe(patient.id);
    await dismissInboundMail(as("coordinator"), away!);
    await settleInboundMail(as("coordinator"), done!);
    const numberedAnew = { ...mailbox, uidValidity: "2" };
    const again = () => Promise.all(sources.map((source) => fetch(numberedAnew, source)));
    expect(await again(), "while they are here").toEqual([null, null, null]);
    await deleteOldInboundMails({ ...system, now: new Date(system.now.getTime() + 4000 * 86_400_000) });
    await system.db.delete(patientsTable).where(eq(patientsTable.id, patient.id));
    expect(await Promise.all(stored.map(rowOf))).toEqual([undefined, undefined, undefined]);
    expect(await again(), "and after they were deleted").toEqual([null, null, null]);
    const other = Buffer.from(sources[0]!.toString().replace("Noch einmal", "Etwas anderes"));
    expect(await fetch(numberedAnew, other), "a new mail with the same Message-ID is new").not.toBeNull();
  });

  test("a mail that was taken back is not deleted, and nobody but the system may", async () => {
    const mail = await given("Gehört doch zu uns");
    await dismissInboundMail(as("coordinator"), mail);
    await restoreInboundMail(as("coordinator"), mail.id);
    const later = { ...system, now: new Date(system.now.getTime() + 4000 * 86_400_000) };
    await deleteOldInboundMails(later);
    expect((await rowOf(mail.id))!.state).toBe("new");
    await expect(deleteOldInboundMails(as("admin"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("whose it is", () => {
  test("assigning to an inquiry reads the text anew; two at once do not overwrite each other", async () => {
    const { inquiryId } = await givenAnswer("x");
    const mail = await given("Patient 2 kann ich aufnehmen.");
    expect(mail).toMatchObject({ kind: "other", state: "new" });
    const tries = [1, 2, 3].map(() =>
      assignInboundMail(as("coordinator"), mail, { kind: "inquiry", id: inquiryId }),
    );
    expect((await Promise.allSettled(tries)).filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await rowOf(mail.id)).toMatchObject({
      kind: "answer",
      state: "assigned",
      inquiryId,
      suggestion: { outcomes: [{ position: 2, outcome: "accepted" }] },
    });
  });

  test("a practice and a patient can be chosen, nobody who does not exist", async () => {
    const therapist = await givenTherapist(system);
    const { id: patientId } = await givenPatient(system);
    const mail = await given();
    await assignInboundMail(as("coordinator"), mail, { kind: "therapist", id: therapist.id });
    const seen = (await rowOf(mail.id))!;
    expect(seen).toMatchObject({ practiceId: therapist.practiceId, patientId: null });
    await assignInboundMail(as("coordinator"), seen, { kind: "patient", id: patientId });
    expect(await rowOf(mail.id)).toMatchObject({ practiceId: null, patientId });
    for (const kind of ["inquiry", "therapist", "patient"] as const)
      await expect(
        assignInboundMail(as("coordinator"), (await rowOf(mail.id))!, { kind, id: newId() }),
      ).rejects.toMatchObject({ code: "not-found" });
  });

  test("joined threads are shown together and belong to whom the other belongs to", async () => {
    const { mail: known, inquiryId } = await givenAnswer("x");
    const stray = await given("Nachtrag");
    await mergeThreads(as("coordinator"), stray, known.id);
    expect(await rowOf(stray.id)).toMatchObject({ inquiryId, threadId: known.threadId, state: "assigned" });
    expect((await listThread(as("coordinator"), known.threadId)).map((row) => row.id)).toEqual([
      known.id,
      stray.id,
    ]);
    await expect(mergeThreads(as("coordinator"), (await rowOf(stray.id))!, known.id)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("a search finds inquiries by their sign, practices and patients by name", async () => {
    const { inquiryId } = await givenAnswer("x");
    const [inquiry] = await system.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    expect(await findAssignable(as("coordinator"), inquiry!.reference)).toMatchObject([
      { kind: "inquiry", id: inquiryId },
    ]);
    const { id } = await givenPatient(system, { lastName: "Unverwechselbar" });
    expect(await findAssignable(as("coordinator"), "unverwechsel")).toMatchObject([{ kind: "patient", id }]);
  });
});
