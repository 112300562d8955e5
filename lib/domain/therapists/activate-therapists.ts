import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { importRecords, therapists } from "@/db/schema";
import { auditAll } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { emitAll } from "@/lib/core/outbox";

/**
 * Puts therapists into service that wait for review, or those of the given ids that are inactive, and returns how
 * many. Others, such as blocked ones, are left as they are.
 */
export async function activateTherapists(
  ctx: Context,
  which: string[] | { importId: string },
): Promise<{ activated: number }> {
  requireAbility(ctx, "therapists.write");
  return inTransaction(ctx, async (tx) => {
    const activated = await tx.db
      .update(therapists)
      .set({ status: "active", updatedAt: tx.now })
      .where(
        Array.isArray(which)
          ? and(inArray(therapists.id, which), inArray(therapists.status, ["pending_review", "inactive"]))
          : and(
              inArray(therapists.id, imported(tx, which.importId)),
              eq(therapists.status, "pending_review"),
            ),
      )
      .returning({ id: therapists.id });
    const ids = activated.map((row) => row.id);
    await auditAll(tx, "therapist.activate", "therapist", ids);
    await emitAll(
      tx,
      "therapist/changed",
      ids.map((therapistId) => ({ therapistId })),
    );
    return { activated: ids.length };
  });
}

function imported(ctx: Context, importId: string) {
  return ctx.db
    .select({ id: importRecords.therapistId })
    .from(importRecords)
    .where(and(eq(importRecords.importId, importId), isNotNull(importRecords.therapistId)));
}
