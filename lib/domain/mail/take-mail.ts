import { and, eq, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { mails } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { domainOf } from "@/lib/email/addresses";
import { deliveryTimeoutMs } from "@/lib/email/mailer";
import { stateOf } from "../outreach/contact-calendar";
import { germanDay, nextSendingTime } from "../outreach/sending-time";
import { getSettings } from "../settings/settings";
import type { Mail } from "./compose-mail";
import { type Recipient, findRecipient } from "./find-recipient";
import { firstMailUnderWay } from "./first-mail";
import { goesTo, waitsForHours } from "./templates";
import { unreadSince } from "./unread-since";

const shortestWaitMs = 5 * 60 * 1000;
const longestWaitMs = 4 * 60 * 60 * 1000;

/** `taken`: from now on ours to send. `waits`: not before that instant. Else as it stands. */
export type Take =
  | { kind: "taken"; mail: Mail }
  | { kind: "waits"; until: Date }
  | { kind: "not-queued"; mail?: Mail };

/**
 * Takes a queued mail from "queued" to "sending", for one caller however many ask, unless it has to wait: for a try
 * after a failure, for hours in which people are written to, because the mail it follows has not left yet,
 * because nobody has read yet what the practice wrote, or because its domain got enough mails today.
 */
export async function takeMail(ctx: Context, mailId: string): Promise<Take> {
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db.select().from(mails).where(eq(mails.id, mailId)).for("update");
    if (mail?.status !== "queued") return { kind: "not-queued", mail };
    if (mail.notBefore && mail.notBefore > tx.now) return { kind: "waits", until: mail.notBefore };
    const recipient = await findRecipient(tx, mail);
    const until = await whenAllowed(tx, mail, recipient);
    if (until > tx.now) {
      await tx.db.update(mails).set({ notBefore: until }).where(eq(mails.id, mailId));
      return { kind: "waits", until };
    }
    const [taken] = await tx.db
      .update(mails)
      .set({
        status: "sending",
        sendingSince: tx.now,
        notBefore: null,
        recipientDomain: recipient.address && domainOf(recipient.address),
        attempts: sql`${mails.attempts} + 1`,
      })
      .where(and(eq(mails.id, mailId), eq(mails.status, "queued")))
      .returning();
    return taken ? { kind: "taken", mail: taken } : { kind: "not-queued", mail };
  });
}

async function whenAllowed(ctx: Context, mail: Mail, recipient: Recipient): Promise<Date> {
  const read = await whenRead(ctx, mail, recipient);
  if (read > ctx.now || !waitsForHours(mail.template)) return read;
  const first = await whenFirstIsDone(ctx, mail);
  return first > ctx.now ? first : whenHoursAllow(ctx, mail, recipient);
}

/**
 * Nothing leaves for a practice that may have objected before a person read what it wrote. Looks again after a quarter
 * of the time that its mail waits already: soon while somebody is at it, seldom when nobody is.
 */
async function whenRead(ctx: Context, mail: Mail, recipient: Recipient): Promise<Date> {
  const since = await unreadSince(ctx, mail, recipient);
  if (!since) return ctx.now;
  const waitMs = (ctx.now.getTime() - since.getTime()) / 4;
  return new Date(ctx.now.getTime() + Math.min(Math.max(waitMs, shortestWaitMs), longestWaitMs));
}

/** "Already placed" follows the mail that asked: as long as that one may still leave, nobody knows whether it is due. */
async function whenFirstIsDone(ctx: Context, { template, inquiryId }: Mail): Promise<Date> {
  const first = template === "already_placed" && inquiryId ? await firstMailUnderWay(ctx, inquiryId) : null;
  if (!first) return ctx.now;
  const soon = ctx.now.getTime() + deliveryTimeoutMs;
  return new Date(Math.max(soon, first.notBefore?.getTime() ?? 0));
}

async function whenHoursAllow(
  ctx: Context,
  { template }: Mail,
  { address, postalCode }: Recipient,
): Promise<Date> {
  const settings = await getSettings(ctx);
  const rules = { ...settings, state: stateOf(postalCode) };
  const next = nextSendingTime(ctx.now, rules);
  if (next > ctx.now || !address || !goesTo(template, "practice")) return next;
  const { start, end } = germanDay(ctx.now);
  const sent = await countBetween(ctx, domainOf(address), start, end);
  return sent < settings.dailyMailsPerDomain ? next : nextSendingTime(end, rules);
}

/**
 * Mails to practices at a domain that left or may have left; those to patients do not count, or a big provider would
 * starve. The lock lets deliveries to it be counted one after the other.
 */
async function countBetween(ctx: Context, domain: string, start: Date, end: Date): Promise<number> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`mail-domain:${domain}`}))`);
  const today = and(gte(mails.sendingSince, start), lt(mails.sendingSince, end));
  const handedOver = inArray(mails.status, ["sending", "sent", "unknown"]);
  const toPractices = isNotNull(mails.practiceId);
  return ctx.db.$count(mails, and(eq(mails.recipientDomain, domain), toPractices, today, handedOver));
}
