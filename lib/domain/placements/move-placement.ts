import { and, eq, inArray } from "drizzle-orm";
import { placements } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { closePlacementTasks } from "./placement-tasks";
import { type PlacementRow, lockPlacement } from "./access";
import { type PlacementStatus, placementStatusesBefore } from "./status";

/**
 * Moves a placement to another state by one conditional update, in the caller's transaction and within what the actor
 * may touch, out of the states `from`. Whatever was asked about the state before no longer counts. Throws `not-found`
 * for a placement outside of that, and `conflict` with the key `placement_<state>` when its state forbids the move.
 */
export async function movePlacement(
  ctx: Context,
  placementId: string,
  to: PlacementStatus,
  set: Partial<typeof placements.$inferInsert> = {},
  from: PlacementStatus[] = placementStatusesBefore(to),
): Promise<PlacementRow> {
  const { status } = await lockPlacement(ctx, placementId);
  const [moved] = await ctx.db
    .update(placements)
    .set({ askedAt: null, handedOverAt: null, ...set, status: to })
    .where(and(eq(placements.id, placementId), inArray(placements.status, from)))
    .returning();
  if (!moved) throw conflict(`placement_${status}`);
  await closePlacementTasks(ctx, moved);
  return moved;
}
