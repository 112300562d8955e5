import { and, eq, isNotNull, lt, notExists, sql } from "drizzle-orm";
import { inquiries, mails, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";

/** So long a workflow may take before its work counts as lost, in milliseconds. */
const patienceMs = 30 * 60 * 1000;

/**
 * Emits again what stands still: inquiries that were approved and never sent, and acceptances of which no mail was ever
 * queued. The verbs behind these events do their work once, so a sweep too many changes nothing. Returns how many.
 */
export async function sweepLostWork(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const since = new Date(ctx.now.getTime() - patienceMs);
  return inTransaction(ctx, async (tx) => {
    const unsent = await tx.db
      .select({ id: inquiries.id })
      .from(inquiries)
      .where(and(eq(inquiries.status, "approved"), lt(inquiries.approvedAt, since)));
    for (const { id } of unsent) await emit(tx, "inquiry/approved", { inquiryId: id });
    const told = tx.db
      .select({ one: sql`1` })
      .from(mails)
      .where(sql`${mails.occasion} = 'search:' || ${searches.id} || ':placed:' || ${searches.placedItemId}`);
    const untold = await tx.db
      .select({ id: searches.id, itemId: searches.placedItemId })
      .from(searches)
      .where(
        and(
          eq(searches.status, "placed"),
          isNotNull(searches.placedItemId),
          lt(searches.placedAt, since),
          notExists(told),
        ),
      );
    for (const { id, itemId } of untold) await emit(tx, "search/placed", { searchId: id, itemId: itemId! });
    return unsent.length + untold.length;
  });
}
