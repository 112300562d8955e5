import { and, eq, isNull, lt } from "drizzle-orm";
import { inquiries, placements } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";

/** So long a workflow may take before its work counts as lost, in milliseconds. */
const patienceMs = 30 * 60 * 1000;

/**
 * Emits again what stands still: inquiries that were approved and never sent, and acceptances of which the patient was never
 * told. The verbs behind these events do their work once, so a sweep too many changes nothing. Returns how many.
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
    const untold = await tx.db
      .select({ searchId: placements.searchId, itemId: placements.itemId })
      .from(placements)
      .where(
        and(eq(placements.status, "accepted"), isNull(placements.toldAt), lt(placements.acceptedAt, since)),
      );
    for (const acceptance of untold) await emit(tx, "search/placed", acceptance);
    return unsent.length + untold.length;
  });
}
