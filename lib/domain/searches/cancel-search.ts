import { and, eq, notExists, sql } from "drizzle-orm";
import { patients, placements, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { withdrawSearchFromInquiries } from "../inquiries/withdraw-search";
import { endPlacementsOf } from "../placements/fail-placement";
import { moveSearch } from "./move-search";
import type { CancelReason } from "./status";

/**
 * Ends a search for good; the patient disappears from every open inquiry, and a place that was offered is free again.
 * `conflict` when it was ended before, or when therapy started. For staff and the patient's link.
 */
export async function cancelSearch(ctx: Context, searchId: string, reason: CancelReason): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const started = tx.db
      .select({ one: sql`1` })
      .from(placements)
      .where(and(eq(placements.searchId, searches.id), eq(placements.status, "started")));
    const search = await moveSearch(tx, searchId, {
      to: "cancelled",
      // Who never confirmed the registration did not search.
      set: {
        pausedUntil: null,
        cancelledAt: sql`case when ${searches.status} <> 'unverified' then ${tx.now.toISOString()}::timestamptz end`,
      },
      where: notExists(started),
    });
    await endPlacementsOf(tx, searchId);
    await withdrawSearchFromInquiries(tx, searchId, "withdrawn");
    await tx.db
      .update(patients)
      .set({ status: "search_cancelled", updatedAt: tx.now })
      .where(eq(patients.id, search.patientId));
    await audit(tx, "search.cancel", { kind: "search", id: searchId }, { reason });
    await emit(tx, "search/cancelled", { searchId });
    await emit(tx, "patient/withdrawn", { patientId: search.patientId });
  });
}
