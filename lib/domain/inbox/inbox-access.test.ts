import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, inboundAttachments, patients as patientsTable } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient } from "@/tests/support/factories";
import { answerFromMail, objectFromMail } from "./answer-from-mail";
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
import {
  system,
  mailbox,
  staffId,
  as,
  nextUid,
  given,
  rowOf,
  givenAnswer,
} from "@/tests/support/inbox-world";

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
    ["object", (ctx) => objectFromMail(ctx, seen(), { kind: "person" })],
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
      return storeInboundMail(system, box, {
        uid: nextUid(),
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
