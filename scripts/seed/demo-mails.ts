import { and, asc, eq } from "drizzle-orm";
import { inboundMailboxes, inquiries, mails, practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { storeInboundMail } from "@/lib/domain/inbox/store-inbound-mail";

type Letter = { from?: string; subject: string; text: string[]; head?: string[] };

/** What invented practices write; the first ones answer inquiries that are under way, the last ones nobody knows. */
const letters: Letter[] = [
  {
    subject: "AW: Anfrage",
    text: [
      "Guten Tag,",
      "",
      "Patient 1 kann ich gerne aufnehmen, die anderen leider nicht.",
      "",
      "Freundliche Grüße",
    ],
  },
  {
    subject: "AW: Anfrage",
    text: [
      "Sehr geehrte Damen und Herren,",
      "",
      "derzeit habe ich leider keine freien Plätze, ab Mai wieder.",
    ],
  },
  {
    subject: "Automatische Antwort: Anfrage",
    head: ["Auto-Submitted: auto-replied"],
    text: ["Die Praxis ist im Urlaub. Ab dem 11. Januar bin ich wieder erreichbar."],
  },
  { subject: "Ihre Mails", text: ["Bitte schicken Sie mir keine Anfragen mehr."] },
  {
    from: "Sprechstundenhilfe <anmeldung@praxis-am-wehr.example>",
    subject: "Freier Platz",
    text: ["Guten Tag,", "", "wir haben ab nächster Woche einen Platz frei. Für wen könnte das passen?"],
  },
];

/** A few mails that came in, as if a mailbox had been read, so that the inbox of the demonstration shows its work. */
export async function demoMails(ctx: () => Context): Promise<number> {
  const { db } = ctx();
  const [mailbox] = await db
    .insert(inboundMailboxes)
    .values({ name: "demo", uidValidity: "1" })
    .onConflictDoNothing()
    .returning();
  if (!mailbox) return 0;
  const asked = await db
    .select({ reference: inquiries.reference, email: practices.email })
    .from(inquiries)
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .innerJoin(mails, eq(mails.inquiryId, inquiries.id))
    .where(and(eq(inquiries.status, "sent"), eq(mails.template, "inquiry")))
    .orderBy(asc(inquiries.id))
    .limit(letters.length);
  for (const [index, letter] of letters.entries()) {
    const to = asked[index];
    if (!letter.from && !to) continue;
    const source = Buffer.from(sourceOf(letter, to, index), "utf8");
    const receivedAt = new Date(ctx().now.getTime() - (index + 1) * 47 * 60_000);
    await storeInboundMail(ctx(), mailbox, {
      uid: index + 1,
      size: source.length,
      receivedAt,
      source,
      whole: true,
    });
  }
  return letters.length;
}

function sourceOf(
  { from, subject, text, head = [] }: Letter,
  asked: { reference: string; email: string | null } | undefined,
  index: number,
): string {
  const isAnswer = !from && asked;
  return [
    `From: ${from ?? `Praxis <${asked?.email}>`}`,
    "To: Vermittlung <antwort@lotse.example>",
    `Subject: =?utf-8?Q?${quoted(isAnswer ? `${subject} ${asked.reference}` : subject)}?=`,
    `Message-ID: <demo-${index}@praxis.example>`,
    "Content-Type: text/plain; charset=utf-8",
    ...head,
    "",
    ...text,
  ].join("\r\n");
}

const quoted = (text: string) =>
  [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
