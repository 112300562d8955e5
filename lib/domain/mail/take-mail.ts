import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { mails } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { domainOf } from "@/lib/email/addresses";
import { stateOf } from "../outreach/contact-calendar";
import { germanDay, nextSendingTime } from "../outreach/sending-time";
import { getSettings } from "../settings/settings";
import type { Mail } from "./compose-mail";
import { type Recipient, findRecipient } from "./find-recipient";
import { waitsForHours } from "./templates";

/** `taken`: from now on ours to send. `waits`: not before that instant. Else as it stands. */
export type Take =
  | { kind: "taken"; mail: Mail }
  | { kind: "waits"; until: Date }
  | { kind: "not-queued"; mail?: Mail };

/**
 * Takes a queued mail from "queued" to "sending", for one caller however many ask, unless it has to wait: for a try
 * after a failure, for hours in which people are written to, or because its domain got enough mails today.
 */
export async function takeMail(ctx: Context, mailId: string): Promise<Take> {
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db.select().from(mails).where(eq(mails.id, mailId)).for("update");
    if (mail?.status !== "queued") return { kind: "not-queued", mail };
    if (mail.notBefore && mail.notBefore > tx.now) return { kind: "waits", until: mail.notBefore };
    const recipient = await findRecipient(tx, mail);
    const until = waitsForHours(mail.template) ? await whenAllowed(tx, recipient) : tx.now;
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

async function whenAllowed(ctx: Context, { address, postalCode }: Recipient): Promise<Date> {
  const settings = await getSettings(ctx);
  const rules = { ...settings, state: stateOf(postalCode) };
  const next = nextSendingTime(ctx.now, rules);
  if (next > ctx.now || !address) return next;
  const { start, end } = germanDay(ctx.now);
  const sent = await countBetween(ctx, domainOf(address), start, end);
  return sent < settings.dailyMailsPerDomain ? next : nextSendingTime(end, rules);
}

/** Mails to a domain that left or may have left; the lock lets deliveries to it be counted one after the other. */
async function countBetween(ctx: Context, domain: string, start: Date, end: Date): Promise<number> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`mail-domain:${domain}`}))`);
  const today = and(gte(mails.sendingSince, start), lt(mails.sendingSince, end));
  const handedOver = inArray(mails.status, ["sending", "sent", "unknown"]);
  return ctx.db.$count(mails, and(eq(mails.recipientDomain, domain), today, handedOver));
}
