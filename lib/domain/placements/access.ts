import { type SQL, and, eq, inArray, sql } from "drizzle-orm";
import { inquiryItems, placements, searches } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { forbidden, notFound } from "@/lib/core/errors";

export type PlacementRow = typeof placements.$inferSelect;

/**
 * Which placements the actor may touch: a patient's link those of its own search, a practice's link those of its own
 * inquiry, a forwarded link those that its own yes opened, staff and tokens with the ability all. Whatever lies outside is not found.
 */
function placementScope(ctx: Context): SQL {
  if (ctx.actor.kind === "patient") {
    const mine = ctx.db
      .select({ id: searches.id })
      .from(searches)
      .where(eq(searches.patientId, ctx.actor.patientId));
    return inArray(placements.searchId, mine);
  }
  if (ctx.actor.kind === "therapist") {
    const asked = ctx.db
      .select({ id: inquiryItems.id })
      .from(inquiryItems)
      .where(eq(inquiryItems.inquiryId, ctx.actor.inquiryId));
    return inArray(placements.itemId, asked);
  }
  if (ctx.actor.kind === "colleague") return eq(placements.acceptedByForwardId, ctx.actor.forwardId);
  requireAbility(ctx, "patients.write");
  return sql`true`;
}

/** A colleague to whom an inquiry was sent on takes a yes back, and moves nothing that came of it. Throws `forbidden`. */
export function refuseColleague({ actor }: Context): void {
  if (actor.kind === "colleague") throw forbidden();
}

/**
 * Reads a placement that the actor may touch, and holds its search until the end of the caller's transaction: locks go
 * from the search to everything else. `not-found` outside of what the actor may touch.
 */
export async function lockPlacement(ctx: Context, placementId: string): Promise<PlacementRow> {
  const mine = and(eq(placements.id, placementId), placementScope(ctx));
  const [found] = await ctx.db.select({ searchId: placements.searchId }).from(placements).where(mine);
  if (!found) throw notFound();
  await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(eq(searches.id, found.searchId))
    .for("no key update");
  const [placement] = await ctx.db.select().from(placements).where(mine).for("update");
  if (!placement) throw notFound();
  return placement;
}
