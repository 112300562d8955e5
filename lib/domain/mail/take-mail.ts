import { and, eq, sql } from "drizzle-orm";
import { mails } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { domainOf } from "@/lib/email/addresses";
import type { Mail } from "./compose-mail";
import { type Recipient, findRecipient } from "./find-recipient";
import { findWait } from "./find-wait";
import { goesTo, waitsForHours } from "./templates";

/** `taken`: from now on ours to send. `waits`: not before that instant. Else as it stands. */
export type Take =
  | { kind: "taken"; mail: Mail }
  | { kind: "waits"; until: Date }
  | { kind: "not-queued"; mail?: Mail };

/**
 * Takes a queued mail from "queued" to "sending", for one caller however many ask, unless it has to wait: for a try
 * after a failure, or for any reason that `findWait` knows.
 */
export async function takeMail(ctx: Context, mailId: string): Promise<Take> {
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db.select().from(mails).where(eq(mails.id, mailId)).for("update");
    if (mail?.status !== "queued") return { kind: "not-queued", mail };
    if (mail.notBefore && mail.notBefore > tx.now) return { kind: "waits", until: mail.notBefore };
    const recipient = await findRecipient(tx, mail);
    await lockDomain(tx, mail, recipient);
    const wait = await findWait(tx, mail, recipient);
    if (wait) {
      await tx.db.update(mails).set({ notBefore: wait.until }).where(eq(mails.id, mailId));
      return { kind: "waits", until: wait.until };
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

/** Deliveries to the practices at one domain are counted one after the other. */
async function lockDomain(ctx: Context, { template }: Mail, { address }: Recipient): Promise<void> {
  if (!address || !goesTo(template, "practice") || !waitsForHours(template)) return;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`mail-domain:${domainOf(address)}`}))`);
}
