import { and, asc, count, eq, inArray, ne } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { agreedInquiryStatuses } from "./status";

/** In how many other inquiries to which a coordinator agreed the searches of an inquiry are still open, by search. */
export async function agreedElsewhere(ctx: Context, inquiryId: string): Promise<Map<string, number>> {
  const counted = await ctx.db
    .select({ searchId: inquiryItems.searchId, inquiries: count() })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(
      and(
        inArray(inquiryItems.searchId, searchesOf(ctx, inquiryId)),
        ne(inquiries.id, inquiryId),
        eq(inquiryItems.outcome, "pending"),
        inArray(inquiries.status, [...agreedInquiryStatuses]),
      ),
    )
    .groupBy(inquiryItems.searchId);
  return new Map(counted.map((row) => [row.searchId, row.inquiries]));
}

/**
 * Locks the searches of an inquiry until the end of the transaction, so that no two inquiries about the same person are
 * agreed to without knowing of each other. Before the inquiry's own row is locked, so that nobody waits in a ring.
 */
export async function lockSearchesOf(ctx: Context, inquiryId: string): Promise<void> {
  await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(inArray(searches.id, searchesOf(ctx, inquiryId)))
    .orderBy(asc(searches.id))
    .for("no key update");
}

function searchesOf(ctx: Context, inquiryId: string) {
  return ctx.db
    .select({ id: inquiryItems.searchId })
    .from(inquiryItems)
    .where(eq(inquiryItems.inquiryId, inquiryId));
}
