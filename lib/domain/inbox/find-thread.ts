import { and, desc, eq, inArray } from "drizzle-orm";
import { inboundMails, inquiries, mails, patients, practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { blindIndex } from "@/lib/core/crypto";
import { referenceIn } from "@/lib/email/addresses";
import { env } from "@/lib/env";

export type Links = { inquiryId: string | null; practiceId: string | null; patientId: string | null };
export type Thread = Links & { answersMailId: string | null; threadId: string | null };

type Message = {
  from: { address: string };
  recipients: string[];
  answers: string[];
  subject: string;
};

/**
 * Whom a mail belongs to, by what is surest first: the address of an inquiry to which it was sent, the mail that it
 * answers, the sign of an inquiry in its subject, the address of its sender.
 */
export async function findThread(ctx: Context, message: Message): Promise<Thread> {
  const answersMail = await mailAmong(ctx, message.answers);
  const earlier = await earlierAmong(ctx, message.answers);
  const byAddress = await inquiryByReference(
    ctx,
    message.recipients.flatMap((address) => referenceIn(address) ?? []),
  );
  const links =
    byAddress ??
    (answersMail && (await linksOfMail(ctx, answersMail))) ??
    (earlier && linksOf(earlier)) ??
    (await inquiryByReference(ctx, referencesIn(message.subject))) ??
    (await linksOfSender(ctx, message.from.address));
  return {
    ...links,
    answersMailId: answersMail?.id ?? null,
    threadId: earlier?.threadId ?? (await threadOfInquiry(ctx, links.inquiryId)),
  };
}

const nobody: Links = { inquiryId: null, practiceId: null, patientId: null };
const linksOf = ({ inquiryId, practiceId, patientId }: Links): Links => ({
  inquiryId,
  practiceId,
  patientId,
});

const referencesIn = (text: string) => (text.match(/\b[A-HJKMNP-Z2-9]{8}\b/g) ?? []).slice(0, 5);

async function inquiryByReference(ctx: Context, references: string[]): Promise<Links | null> {
  if (references.length === 0) return null;
  const [found] = await ctx.db
    .select({ inquiryId: inquiries.id, practiceId: inquiries.practiceId })
    .from(inquiries)
    .where(inArray(inquiries.reference, references))
    .limit(1);
  return found ? { ...found, patientId: null } : null;
}

/** Our mails carry their id in their Message-ID. */
async function mailAmong(ctx: Context, messageIds: string[]): Promise<typeof mails.$inferSelect | null> {
  const host = new URL(env().APP_URL).hostname.toLowerCase();
  const ids = messageIds.flatMap((messageId) => {
    const [id, at] = messageId.slice(1, -1).toLowerCase().split("@");
    return at === host && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id!) ? [id!] : [];
  });
  if (ids.length === 0) return null;
  const found = await ctx.db.select().from(mails).where(inArray(mails.id, ids));
  return found.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))[0] ?? null;
}

async function linksOfMail(ctx: Context, mail: typeof mails.$inferSelect): Promise<Links> {
  if (!mail.inquiryId) return { ...nobody, practiceId: mail.practiceId, patientId: mail.patientId };
  const [inquiry] = await ctx.db
    .select({ practiceId: inquiries.practiceId })
    .from(inquiries)
    .where(eq(inquiries.id, mail.inquiryId));
  return { inquiryId: mail.inquiryId, practiceId: inquiry?.practiceId ?? null, patientId: mail.patientId };
}

async function earlierAmong(ctx: Context, messageIds: string[]) {
  if (messageIds.length === 0) return null;
  const [earlier] = await ctx.db
    .select()
    .from(inboundMails)
    .where(inArray(inboundMails.messageIdIndex, messageIds.map(blindIndex)))
    .orderBy(desc(inboundMails.receivedAt))
    .limit(1);
  return earlier ?? null;
}

async function threadOfInquiry(ctx: Context, inquiryId: string | null): Promise<string | null> {
  if (!inquiryId) return null;
  const [first] = await ctx.db
    .select({ threadId: inboundMails.threadId })
    .from(inboundMails)
    .where(eq(inboundMails.inquiryId, inquiryId))
    .limit(1);
  return first?.threadId ?? null;
}

/** A practice by its mailbox, with the inquiry that it has not answered yet, or else the latest; or a patient. */
async function linksOfSender(ctx: Context, address: string): Promise<Links> {
  if (!address) return nobody;
  const [practice] = await ctx.db
    .select({ id: practices.id })
    .from(practices)
    .where(eq(practices.mailboxKey, `mail:${address}`));
  if (practice) {
    const [open] = await ctx.db
      .select({ id: inquiries.id })
      .from(inquiries)
      .where(
        and(
          eq(inquiries.practiceId, practice.id),
          inArray(inquiries.status, ["sent", "answered", "expired"]),
        ),
      )
      .orderBy(desc(eq(inquiries.status, "sent")), desc(inquiries.sentAt))
      .limit(1);
    return { ...nobody, inquiryId: open?.id ?? null, practiceId: practice.id };
  }
  const found = await ctx.db
    .select({ id: patients.id })
    .from(patients)
    .where(eq(patients.emailIndex, blindIndex(address)))
    .limit(2);
  // Relatives may share a mailbox: then a person decides.
  return found.length === 1 ? { ...nobody, patientId: found[0]!.id } : nobody;
}
