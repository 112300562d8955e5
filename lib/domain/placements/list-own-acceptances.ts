import { and, asc, eq } from "drizzle-orm";
import { inquiryItems, placements } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";

/** A yes that can still be taken back, by the number of the person in the inquiry. */
export type OwnAcceptance = { id: string; position: number };

/**
 * To whom a colleague said yes by a forwarded link, as long as the patient has not answered: to take it back, and
 * nothing else is told. For a forwarded link only, and changes nothing.
 */
export async function listOwnAcceptances(ctx: Context): Promise<OwnAcceptance[]> {
  if (ctx.actor.kind !== "colleague") throw notFound();
  return ctx.db
    .select({ id: placements.id, position: inquiryItems.position })
    .from(placements)
    .innerJoin(inquiryItems, eq(inquiryItems.id, placements.itemId))
    .where(and(eq(placements.acceptedByForwardId, ctx.actor.forwardId), eq(placements.status, "accepted")))
    .orderBy(asc(inquiryItems.position));
}
