import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inboundAttachments, inquiryItems } from "@/db/schema";
import { given, givenInquiry, system } from "@/tests/support/inbox-world";
import { givenPatient } from "@/tests/support/factories";

describe("whom a mail belongs to", () => {
  test("the address of an inquiry decides, whoever writes", async () => {
    const { inquiryId, reference, practiceId } = await givenInquiry(2);
    const mail = await given("Text", [
      "From: wer@anders.example",
      `To: Lotse <antwort+${reference.toLowerCase()}@lotse.example>`,
    ]);
    expect(mail).toMatchObject({ inquiryId, practiceId, state: "assigned" });
  });

  test("the mail that it answers, also as the last of many references", async () => {
    const { inquiryId, mailId } = await givenInquiry(2);
    const references = ["<x@y.example>", `<${mailId}@127.0.0.1>`].join("\r\n ");
    const mail = await given("Text", ["From: wer@anders.example", `References: ${references}`]);
    expect(mail).toMatchObject({ inquiryId, answersMailId: mailId });
    const strange = await given("Text", [
      "From: wer@anders.example",
      `In-Reply-To: <${mailId}@boese.example>`,
    ]);
    expect(strange.inquiryId).toBeNull();
  });

  test("the sign in the subject, and the sender's address with the inquiry that waits", async () => {
    const { inquiryId, reference, email } = await givenInquiry(2);
    expect(
      await given("Text", ["From: wer@anders.example", `Subject: AW: Anfrage ${reference}: 2`]),
    ).toMatchObject({
      inquiryId,
    });
    expect(await given("Text", [`From: Praxis <${email.toUpperCase()}>`])).toMatchObject({ inquiryId });
  });

  test("a patient by their address, and nobody where two share it", async () => {
    const { id: patientId } = await givenPatient(system, { email: "allein@example.org" });
    expect(await given("Text", ["From: allein@example.org"])).toMatchObject({ patientId, inquiryId: null });
    for (const firstName of ["Uli", "Eli"])
      await givenPatient(system, { firstName, email: "gemeinsam@example.org" });
    expect(await given("Text", ["From: gemeinsam@example.org"])).toMatchObject({
      patientId: null,
      state: "new",
    });
  });

  test("an answer to a mail that came in belongs to its thread", async () => {
    const first = await given("Text", ["From: fremd@example.org", "Message-ID: <erste@example.org>"]);
    const second = await given("Text", ["From: fremd@example.org", "In-Reply-To: <erste@example.org>"]);
    expect(second.threadId).toBe(first.threadId);
  });
});

describe("what it says", () => {
  test("an answer is suggested and never applied", async () => {
    const { inquiryId, reference } = await givenInquiry(2);
    const mail = await given("Patient 2 kann ich aufnehmen.\r\n\r\n> Auch kein Platz hilft.", [
      "From: p@example.org",
      `To: antwort+${reference}@lotse.example`,
      "Content-Type: text/plain; charset=utf-8",
    ]);
    expect(mail).toMatchObject({
      kind: "answer",
      state: "assigned",
      suggestion: { outcomes: [{ position: 2, outcome: "accepted" }] },
    });
    const items = await system.db.select().from(inquiryItems).where(eq(inquiryItems.inquiryId, inquiryId));
    expect(items.map((item) => item.outcome)).toEqual(["pending", "pending"]);
  });

  test("the secret of a link that was quoted is not stored", async () => {
    const secret = "A".repeat(43);
    const mail = await given(
      `<p>Ja</p><a href="http://127.0.0.1:3999/respond/${secret}">x</a> https://safe.example/?url=http%3A%2F%2F127.0.0.1%2Frespond%2F${secret}&amp;x`,
      ["From: p@example.org", "MIME-Version: 1.0", "Content-Type: text/html"],
    );
    expect(JSON.stringify(mail.content)).not.toContain(secret);
    expect(mail.content.html).toContain("/respond/…");
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
    const mail = await given(body, ["From: Wer <wer@example.org>", "Subject: Betreff", ...lines]);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(mail).toMatchObject({
      kind,
      sender: { address: "wer@example.org" },
      subject: "Betreff",
    });
    expect(JSON.stringify(mail.content)).not.toMatch(/\\u0000|\u202e/);
  });

  test("a line break in a name or a subject injects no head", async () => {
    const mail = await given("Text", [
      "From: =?utf-8?Q?Wer=0D=0ABcc=3A_x?= <wer@example.org>",
      "Subject: =?utf-8?Q?Eins=0D=0AX-Two:_2?=",
    ]);
    expect(`${mail.sender.name}${mail.subject}`).not.toMatch(/[\r\n]/);
  });

  test("the HTML that is kept runs nothing, loads nothing and imitates nothing", async () => {
    const mail = await given(
      '<style>@import "http://x"</style><script>1</script><img src="http://x/y.png"><form action="http://x"><input></form><iframe src=x></iframe><svg onload=1></svg><p onclick="1" style="background:url(http://x)">Ja</p><a href="javascript:1">a</a><a href="data:text/html,x">b</a><base href="http://x"><meta http-equiv=refresh content="0;http://x"><link rel=stylesheet href=x>',
      ["From: wer@example.org", "MIME-Version: 1.0", "Content-Type: text/html"],
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
    const mail = await given(`${parts.join("")}--b--`, [
      "From: wer@example.org",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=b",
    ]);
    const kept = await system.db
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
    const mail = await given(`${part.repeat(200)}--b--`, [
      "From: wer@example.org",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=b",
    ]);
    const kept = await system.db
      .select()
      .from(inboundAttachments)
      .where(eq(inboundAttachments.inboundMailId, mail.id));
    expect(kept.map((one) => one.refused).filter(Boolean)).toEqual(["too_many"]);
    expect(kept).toHaveLength(21);
  });
});
