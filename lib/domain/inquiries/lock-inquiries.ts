import { and, asc, eq, inArray, or } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/**
 * Locks every inquiry in which this search is open, and `inquiryId` if given, in the order of their ids. Whoever
 * changes a search, then its inquiries, then their items takes the locks in this order, so that nobody waits in a ring.
 */
export async function lockInquiriesOf(ctx: Context, searchId: string, inquiryId?: string): Promise<void> {
  const asked = ctx.db
    .select({ id: inquiryItems.inquiryId })
    .from(inquiryItems)
    .where(and(eq(inquiryItems.searchId, searchId), eq(inquiryItems.outcome, "pending")));
  await ctx.db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(or(inArray(inquiries.id, asked), inquiryId ? eq(inquiries.id, inquiryId) : undefined))
    .orderBy(asc(inquiries.id))
    .for("update");
}
