import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { mails, practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { emitAll } from "@/lib/core/outbox";

/** What was held up: an inquiry's mails, a practice's, or those to an address. */
export type HeldUp = { inquiryId?: string | null; practiceId?: string | null; address?: string | null };

/**
 * Lets queued mails that wait be looked at now and not at the next of their looks, in the caller's transaction: what
 * they waited for may be over. Whatever else holds one holds it on, so a release too many does no harm. A mail that the
 * mail server put off waits on: that is not ours to shorten.
 */
export async function releaseMails(ctx: Context, heldUp: readonly HeldUp[]): Promise<void> {
  const addresses = heldUp.flatMap(({ address }) => address?.toLowerCase() ?? []);
  const inquiryIds = heldUp.flatMap(({ inquiryId }) => inquiryId ?? []);
  const practiceIds = heldUp.flatMap(({ practiceId }) => practiceId ?? []);
  if (addresses.length > 0) practiceIds.push(...(await practicesAt(ctx, addresses)));
  const forwarded = addresses.length > 0 ? await forwardedTo(ctx, addresses) : [];
  const meant = [
    inquiryIds.length > 0 ? inArray(mails.inquiryId, inquiryIds) : undefined,
    practiceIds.length > 0 ? inArray(mails.practiceId, practiceIds) : undefined,
    forwarded.length > 0 ? inArray(mails.id, forwarded) : undefined,
  ].filter((condition) => condition !== undefined);
  if (meant.length === 0) return;
  const released = await ctx.db
    .update(mails)
    .set({ notBefore: null })
    .where(and(waits(ctx), or(...meant)))
    .returning({ mailId: mails.id });
  await emitAll(ctx, "mail/released", released);
}

const waits = (ctx: Context) =>
  and(eq(mails.status, "queued"), gt(mails.notBefore, ctx.now), isNull(mails.errorCode));

async function practicesAt(ctx: Context, addresses: string[]): Promise<string[]> {
  const keys = addresses.map((address) => `mail:${address}`);
  const found = await ctx.db
    .select({ id: practices.id })
    .from(practices)
    .where(inArray(practices.mailboxKey, keys));
  return found.map(({ id }) => id);
}

/** A colleague's address is nobody's practice and stands encrypted in the mail. */
async function forwardedTo(ctx: Context, addresses: string[]): Promise<string[]> {
  const waiting = await ctx.db
    .select({ id: mails.id, recipient: mails.recipient })
    .from(mails)
    .where(and(waits(ctx), eq(mails.template, "inquiry_forwarded")));
  return waiting
    .filter(({ recipient }) => recipient && addresses.includes(recipient.toLowerCase()))
    .map(({ id }) => id);
}
