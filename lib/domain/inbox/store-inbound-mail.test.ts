import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import {
  calls,
  inboundAttachments,
  inboundMailboxes,
  inboundMails,
  inquiries,
  inquiryItems,
  mails,
  practices,
  tasks,
  therapists,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { conductInquiry } from "../inquiries/conduct-inquiry";
import { storeInboundMail } from "./store-inbound-mail";

let database: TestDatabase;
let ctx: Context;
let mailbox: { id: string; uidValidity: string };
beforeAll(async () => {
  process.env.REPLY_ADDRESS = "antwort@lotse.example";
  database = await createTestDatabase();
  ctx = systemOn(database.db);
  const [row] = await ctx.db
    .insert(inboundMailboxes)
    .values({ name: "a@b/INBOX", uidValidity: "1" })
    .returning();
  mailbox = row!;
});
afterAll(() => database.drop());

let uid = 0;
/** Stores a message of these lines and returns its row. */
async function given(lines: string[], body = "Text") {
  uid += 1;
  const source = Buffer.from([...lines, `Message-ID: <${newId()}@praxis.example>`, "", body].join("\r\n"));
  const fetched = { uid, size: source.length, receivedAt: ctx.now, source, whole: true };
  const id = await storeInboundMail(ctx, mailbox, fetched);
  const [mail] = await ctx.db.select().from(inboundMails).where(eq(inboundMails.id, id!));
  return mail!;
}

/** A practice that was asked about these many people, with the mail that asked. */
async function givenAsked(people = 2) {
  const therapist = await givenTherapist(ctx);
  const searchIds: string[] = [];
  for (let i = 0; i < people; i++) searchIds.push((await givenPatient(ctx)).searchId);
  const { inquiryId } = await givenSentInquiry(ctx, therapist, searchIds);
  const [row] = await ctx.db
    .select({ inquiry: inquiries, practice: practices })
    .from(inquiries)
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(eq(inquiries.id, inquiryId));
  const [mail] = await ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId));
  return {
    inquiryId,
    reference: row!.inquiry.reference,
    email: row!.practice.email!,
    practiceId: row!.practice.id,
    mailId: mail!.id,
  };
}

describe("whom a mail belongs to", () => {
  test("the address of an inquiry decides, whoever writes", async () => {
    const { inquiryId, reference, practiceId } = await givenAsked();
    const mail = await given([
      "From: wer@anders.example",
      `To: Lotse <antwort+${reference.toLowerCase()}@lotse.example>`,
    ]);
    expect(mail).toMatchObject({ inquiryId, practiceId, state: "assigned" });
  });

  test("the mail that it answers, also as the last of many references", async () => {
    const { inquiryId, mailId } = await givenAsked();
    const references = ["<x@y.example>", `<${mailId}@127.0.0.1>`].join("\r\n ");
    const mail = await given(["From: wer@anders.example", `References: ${references}`]);
    expect(mail).toMatchObject({ inquiryId, answersMailId: mailId });
    const strange = await given(["From: wer@anders.example", `In-Reply-To: <${mailId}@boese.example>`]);
    expect(strange.inquiryId).toBeNull();
  });

  test("the sign in the subject, and the sender's address with the inquiry that waits", async () => {
    const { inquiryId, reference, email } = await givenAsked();
    expect(await given(["From: wer@anders.example", `Subject: AW: Anfrage ${reference}: 2`])).toMatchObject({
      inquiryId,
    });
    expect(await given([`From: Praxis <${email.toUpperCase()}>`])).toMatchObject({ inquiryId });
  });

  test("a patient by their address, and nobody where two share it", async () => {
    const { id: patientId } = await givenPatient(ctx, { email: "allein@example.org" });
    expect(await given(["From: allein@example.org"])).toMatchObject({ patientId, inquiryId: null });
    for (const firstName of ["Uli", "Eli"])
      await givenPatient(ctx, { firstName, email: "gemeinsam@example.org" });
    expect(await given(["From: gemeinsam@example.org"])).toMatchObject({ patientId: null, state: "new" });
  });

  test("an answer to a mail that came in belongs to its thread", async () => {
    const first = await given(["From: fremd@example.org", "Message-ID: <erste@example.org>"]);
    const second = await given(["From: fremd@example.org", "In-Reply-To: <erste@example.org>"]);
    expect(second.threadId).toBe(first.threadId);
  });
});

describe("what it says", () => {
  test("an answer is suggested and never applied", async () => {
    const { inquiryId, reference } = await givenAsked();
    const mail = await given(
      [
        "From: p@example.org",
        `To: antwort+${reference}@lotse.example`,
        "Content-Type: text/plain; charset=utf-8",
      ],
      "Patient 2 kann ich aufnehmen.\r\n\r\n> Auch kein Platz hilft.",
    );
    expect(mail).toMatchObject({
      kind: "answer",
      state: "assigned",
      suggestion: { outcomes: [{ position: 2, outcome: "accepted" }] },
    });
    const items = await ctx.db.select().from(inquiryItems).where(eq(inquiryItems.inquiryId, inquiryId));
    expect(items.map((item) => item.outcome)).toEqual(["pending", "pending"]);
  });

  test("the secret of a link that was quoted is not stored", async () => {
    const secret = "A".repeat(43);
    const mail = await given(
      ["From: p@example.org", "MIME-Version: 1.0", "Content-Type: text/html"],
      `<p>Ja</p><a href="http://127.0.0.1:3999/respond/${secret}">x</a> https://safe.example/?url=http%3A%2F%2F127.0.0.1%2Frespond%2F${secret}&amp;x`,
    );
    expect(JSON.stringify(mail.content)).not.toContain(secret);
    expect(mail.content.html).toContain("/respond/…");
  });
});

describe("bounces", () => {
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
    (await ctx.db.select().from(practices).where(eq(practices.id, id)))[0]!;

  test("a hard one marks the address, plans the call, once, and needs nobody", async () => {
    const { inquiryId, email, practiceId, mailId } = await givenAsked();
    for (let round = 0; round < 2; round++) {
      const { lines, body } = report(email, mailId);
      const mail = await given([...lines, `X-Round: ${round}`], body);
      expect(mail).toMatchObject({
        kind: "bounce_hard",
        inquiryId,
        state: round === 0 ? "settled" : "assigned",
      });
      expect(await ctx.db.$count(inboundAttachments, eq(inboundAttachments.inboundMailId, mail.id))).toBe(0);
    }
    expect((await practiceOf(practiceId)).emailBouncedAt).toEqual(ctx.now);
    expect(await ctx.db.$count(calls, eq(calls.inquiryId, inquiryId))).toBe(1);
  });

  test("a refusal for good leaves the address in use, notes the mail as not arrived, and the practice is called instead of reminded", async () => {
    const { inquiryId, email, practiceId, mailId } = await givenAsked();
    await ctx.db
      .update(mails)
      .set({ status: "sent", sentAt: ctx.now, recipient: email })
      .where(eq(mails.id, mailId));
    for (let round = 0; round < 2; round++) {
      const { lines, body } = report(email, mailId, "5.7.1");
      // Why is for a person to read.
      expect((await given([...lines, `X-Round: ${round}`], body)).state).toBe("assigned");
    }
    expect((await practiceOf(practiceId)).emailBouncedAt).toBeNull();
    const [mail] = await ctx.db.select().from(mails).where(eq(mails.id, mailId));
    expect(mail!.bouncedAt).toEqual(ctx.now);
    expect(await ctx.db.$count(calls, eq(calls.inquiryId, inquiryId))).toBe(1);
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 8 * 86_400_000) };
    expect(await conductInquiry(later, inquiryId)).toBe("none");
    expect(await ctx.db.$count(mails, eq(mails.inquiryId, inquiryId))).toBe(1);
  });

  test("a refused mail to a practice without a number becomes a task, a refused reminder after a mail that arrived nothing", async () => {
    const asked = await givenAsked();
    await ctx.db.update(therapists).set({ phone: null }).where(eq(therapists.practiceId, asked.practiceId));
    await ctx.db.update(practices).set({ phone: null }).where(eq(practices.id, asked.practiceId));
    await ctx.db
      .update(mails)
      .set({ status: "sent", recipient: asked.email })
      .where(eq(mails.id, asked.mailId));
    const { lines, body } = report(asked.email, asked.mailId, "5.7.1");
    await given(lines, body);
    const missing = and(eq(tasks.kind, "no_contact"), eq(tasks.subjectId, asked.inquiryId));
    expect(await ctx.db.$count(tasks, missing)).toBe(1);

    const { inquiryId, email, practiceId, mailId } = await givenAsked();
    await ctx.db
      .update(mails)
      .set({ status: "sent", sentAt: ctx.now, recipient: email })
      .where(eq(mails.id, mailId));
    const [reminder] = await ctx.db
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
    await given(refused.lines, refused.body);
    expect(await ctx.db.$count(calls, eq(calls.inquiryId, inquiryId))).toBe(0);
  });

  test("a soft one, one about another address and one that names no mail of ours mark nothing", async () => {
    const { email, practiceId, mailId } = await givenAsked();
    for (const { lines, body } of [
      report(email, mailId, "4.2.2"),
      report("andere@example.org", mailId),
      report(email, newId()),
    ]) {
      expect((await given(lines, body)).state).not.toBe("settled");
    }
    expect((await practiceOf(practiceId)).emailBouncedAt).toBeNull();
  });

  test("for a patient it is a task, once", async () => {
    const { id: patientId } = await givenPatient(ctx, { email: "weg@example.org" });
    const [mail] = await ctx.db
      .insert(mails)
      .values({ template: "search_started", occasion: newId(), patientId })
      .returning();
    for (let round = 0; round < 2; round++) {
      const { lines, body } = report("Weg@example.org", mail!.id);
      await given([...lines, `X-Round: ${round}`], body);
    }
    expect(await ctx.db.select().from(tasks).where(eq(tasks.subjectId, patientId))).toMatchObject([
      { kind: "mail_bounced" },
    ]);
  });
});

describe("hostile messages neither crash nor take long, and are seen", () => {
  const mixed = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b";
  const cases: [string, string[], string, string][] = [
    [
      "ten thousand parts",
      [mixed],
      "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(10_000),
      "unreadable",
    ],
    [
      "parts within parts",
      ["MIME-Version: 1.0"],
      Array.from(
        { length: 3000 },
        (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`,
      ).join("\r\n"),
      "other",
    ],
    [
      "a head without end",
      Array.from({ length: 3000 }, (_, i) => `X-${i}: ${"a".repeat(900)}`),
      "x",
      "unreadable",
    ],
    ["HTML without end", ["MIME-Version: 1.0", "Content-Type: text/html"], "<div>".repeat(200_000), "other"],
    [
      "an unknown charset",
      ["MIME-Version: 1.0", "Content-Type: text/plain; charset=x-klingon"],
      "\u00ff\u00fe",
      "other",
    ],
    [
      "a broken encoding",
      ["MIME-Version: 1.0", "Content-Type: text/plain", "Content-Transfer-Encoding: base64"],
      "%%%=\r\n=3",
      "other",
    ],
    ["NULs", [], "a\u0000b\u0001c\u202ed", "other"],
    ["one line of two megabytes", [], "a".repeat(2_000_000), "other"],
  ];
  test.each(cases)("%s", async (_, lines, body, kind) => {
    const startedAt = performance.now();
    const mail = await given(["From: Wer <wer@example.org>", "Subject: Betreff", ...lines], body);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(mail).toMatchObject({
      kind,
      sender: { address: "wer@example.org" },
      subject: "Betreff",
    });
    expect(JSON.stringify(mail.content)).not.toMatch(/\\u0000|\u202e/);
  });

  test("a line break in a name or a subject injects no head", async () => {
    const mail = await given([
      "From: =?utf-8?Q?Wer=0D=0ABcc=3A_x?= <wer@example.org>",
      "Subject: =?utf-8?Q?Eins=0D=0AX-Two:_2?=",
    ]);
    expect(`${mail.sender.name}${mail.subject}`).not.toMatch(/[\r\n]/);
  });

  test("the HTML that is kept runs nothing, loads nothing and imitates nothing", async () => {
    const mail = await given(
      ["From: wer@example.org", "MIME-Version: 1.0", "Content-Type: text/html"],
      '<style>@import "http://x"</style><script>1</script><img src="http://x/y.png"><form action="http://x"><input></form><iframe src=x></iframe><svg onload=1></svg><p onclick="1" style="background:url(http://x)">Ja</p><a href="javascript:1">a</a><a href="data:text/html,x">b</a><base href="http://x"><meta http-equiv=refresh content="0;http://x"><link rel=stylesheet href=x>',
    );
    expect(mail.content.html).toMatch(/<p>Ja<\/p>/);
    expect(mail.content.html).not.toMatch(
      /script|style|img|form|input|iframe|svg|onclick|javascript|data:|base|meta|link|url\(/i,
    );
  });
});

describe("attachments", () => {
  const zip = (names: string[], opens = "") => {
    const entries = names.map((name) => {
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(0x02014b50);
      entry.writeUInt16LE(name.length, 28);
      return Buffer.concat([entry, Buffer.from(name)]);
    });
    const head = Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(26), Buffer.from(opens)]);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50);
    end.writeUInt16LE(names.length, 10);
    end.writeUInt32LE(head.length, 16);
    return Buffer.concat([head, ...entries, end]);
  };
  const cases: [string, Buffer, string][] = [
    ["Bericht.pdf", Buffer.from("%PDF-1.7\n"), "pdf"],
    ["Rechnung.pdf", Buffer.from("4d5a9000", "hex"), "program"],
    ["lauf.txt", Buffer.from("#!/bin/sh\nrm"), "program"],
    ["brief.docx", zip(["[Content_Types].xml", "word/document.xml"]), "docx"],
    ["brief.docx", zip(["word/document.xml", "word/vbaProject.bin"]), "macros"],
    ["tabelle.xlsx", zip(["xl/workbook.xml"]), "xlsx"],
    ["brief.odt", zip(["mimetype", "content.xml"], "mimetypeapplication/vnd.oasis.opendocument.text"), "odt"],
    [
      "brief.odt",
      zip(["mimetype", "Basic/Standard/x.xml"], "mimetypeapplication/vnd.oasis.opendocument.text"),
      "macros",
    ],
    ["alt.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "macros"],
    ["alles.zip", zip(["a.txt"]), "archive"],
    ["kaputt.docx", Buffer.from("504b0304ffff", "hex"), "archive"],
    ["seite.txt", Buffer.from("  <!DOCTYPE html><script>1</script>"), "active"],
    ["bild.svg", Buffer.from('<?xml version="1.0"?><svg>'), "active"],
    ["notiz.txt", Buffer.from("Guten Tag"), "text"],
    ["leer.txt", Buffer.alloc(0), "unknown"],
    ["was.bin", Buffer.from("0001020304", "hex"), "unknown"],
    ["gross.pdf", Buffer.concat([Buffer.from("%PDF-"), Buffer.alloc(6 * 1024 * 1024, 65)]), "too_large"],
  ];
  test("are known by their content and kept or refused, never by their name", async () => {
    const parts = cases.map(
      ([name, content]) =>
        `--b\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n`,
    );
    const mail = await given(
      ["From: wer@example.org", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"],
      `${parts.join("")}--b--`,
    );
    const kept = await ctx.db
      .select()
      .from(inboundAttachments)
      .where(eq(inboundAttachments.inboundMailId, mail.id))
      .orderBy(inboundAttachments.position);
    expect(kept.map(({ name, type, refused }) => [name, type ?? refused])).toEqual(
      cases.map(([name, , verdict]) => [name, verdict]),
    );
    for (const [index, { content, type }] of kept.entries())
      expect(content).toEqual(type ? cases[index]![1] : null);
  });

  test("of very many the rest is refused", async () => {
    const part = "--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nText\r\n";
    const mail = await given(
      ["From: wer@example.org", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"],
      `${part.repeat(200)}--b--`,
    );
    const kept = await ctx.db
      .select()
      .from(inboundAttachments)
      .where(eq(inboundAttachments.inboundMailId, mail.id));
    expect(kept.map((one) => one.refused).filter(Boolean)).toEqual(["too_many"]);
    expect(kept).toHaveLength(21);
  });
});
