import { eq, inArray, sql } from "drizzle-orm";
import { patients, placements, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { isoDayOf } from "@/lib/format";

/**
 * Opens the placement of an acceptance that has just won its search, in the caller's transaction. From here on the
 * search is taken; it counts as placed only once therapy started.
 */
export async function openPlacement(
  ctx: Context,
  { searchId, itemId }: { searchId: string; itemId: string },
): Promise<void> {
  const [placement] = await ctx.db
    .insert(placements)
    .values({
      searchId,
      itemId,
      acceptedAt: ctx.now,
      acceptedByForwardId: ctx.actor.kind === "colleague" ? ctx.actor.forwardId : null,
    })
    .returning({ id: placements.id });
  const day = isoDayOf(ctx.now);
  const patientOf = ctx.db.select({ id: searches.patientId }).from(searches).where(eq(searches.id, searchId));
  await ctx.db
    .update(patients)
    .set({ firstPlaceOn: sql`coalesce(${patients.firstPlaceOn}, ${day}::date)` })
    .where(inArray(patients.id, patientOf));
  await audit(ctx, "search.place", { kind: "search", id: searchId }, { itemId });
  await emit(ctx, "search/placed", { searchId, itemId });
  await emit(ctx, "placement/accepted", { placementId: placement!.id });
}
