import { and, count, eq, gt, gte, isNotNull, isNull, lte, max, min, or } from "drizzle-orm";
import { mails, patients, practices } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { mailDomain, replyAddress, senderAddress } from "@/lib/email/addresses";
import { type DnsFinding, type TxtResolver, checkDns } from "@/lib/email/check-dns";
import { needsTls } from "@/lib/email/mailer";
import { env } from "@/lib/env";
import type { MailStatus } from "./status";

export type MailHealth = {
  /** Null when mails are kept and not sent. */
  server: { host: string; encrypted: boolean } | null;
  from: string;
  replyTo: string | null;
  /** Name of the key that we sign with; null when we do not. */
  signedWith: string | null;
  lastSentAt: Date | null;
  sentToday: number;
  /** Mails that could leave now, and since when the oldest of them waits. */
  queued: { count: number; oldest: Date | null };
  /** Mails that wait for their time: quiet hours, a domain's daily cap, the next try. */
  waiting: { count: number; next: Date | null };
  failed: number;
  unknown: number;
  bounced: { practices: number; patients: number };
};

const dayMs = 24 * 60 * 60 * 1000;

/** How mail is doing: what is configured, what left last, what waits, what a person has to decide. */
export async function getMailHealth(ctx: Context): Promise<MailHealth> {
  requireAbility(ctx, "mail.read");
  const isDue = or(isNull(mails.notBefore), lte(mails.notBefore, ctx.now));
  const [byStatus, [last], [queued], [waiting], practicesBounced, patientsBounced] = await Promise.all([
    ctx.db.select({ status: mails.status, count: count() }).from(mails).groupBy(mails.status),
    ctx.db
      .select({ at: max(mails.sentAt) })
      .from(mails)
      .where(eq(mails.status, "sent")),
    ctx.db
      .select({ count: count(), oldest: min(mails.createdAt) })
      .from(mails)
      .where(and(eq(mails.status, "queued"), isDue)),
    ctx.db
      .select({ count: count(), next: min(mails.notBefore) })
      .from(mails)
      .where(and(eq(mails.status, "queued"), gt(mails.notBefore, ctx.now))),
    ctx.db.$count(practices, isNotNull(practices.emailBouncedAt)),
    ctx.db.$count(patients, isNotNull(patients.emailBouncedAt)),
  ]);
  const since = new Date(ctx.now.getTime() - dayMs);
  const sentToday = await ctx.db.$count(mails, and(eq(mails.status, "sent"), gte(mails.sentAt, since)));
  const countOf = (status: MailStatus) => byStatus.find((row) => row.status === status)?.count ?? 0;
  return {
    ...configured(),
    lastSentAt: last?.at ?? null,
    sentToday,
    queued: queued ?? { count: 0, oldest: null },
    waiting: waiting ?? { count: 0, next: null },
    failed: countOf("failed"),
    unknown: countOf("unknown"),
    bounced: { practices: practicesBounced, patients: patientsBounced },
  };
}

/** What DNS says about our sender; empty where mails do not leave. */
export async function getDnsFindings(ctx: Context, resolve?: TxtResolver): Promise<DnsFinding[]> {
  requireAbility(ctx, "mail.read");
  const { SMTP_URL, DKIM_SELECTOR, DKIM_PRIVATE_KEY } = env();
  const domain = mailDomain();
  if (!SMTP_URL || !domain.includes(".") || domain.endsWith(".localdomain")) return [];
  const dkim = DKIM_SELECTOR && DKIM_PRIVATE_KEY ? { selector: DKIM_SELECTOR } : null;
  return checkDns({ domain, dkim }, resolve);
}

/** Never the whole address of the server: it may hold a password. */
function configured(): Pick<MailHealth, "server" | "from" | "replyTo" | "signedWith"> {
  const { SMTP_URL, DKIM_SELECTOR, DKIM_PRIVATE_KEY } = env();
  const url = SMTP_URL ? new URL(SMTP_URL) : null;
  return {
    server: url && { host: url.hostname, encrypted: url.protocol === "smtps:" || needsTls() },
    from: senderAddress(),
    replyTo: replyAddress() ?? null,
    signedWith: DKIM_PRIVATE_KEY ? (DKIM_SELECTOR ?? null) : null,
  };
}
