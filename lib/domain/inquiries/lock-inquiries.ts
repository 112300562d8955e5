import { and, asc, eq, inArray, or } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/**
 * Locks every inquiry in which one of these searches is open, and `inquiryIds`, in the order of their ids.
 * Whoever changes a search, then its inquiries, then their items takes the locks in this order, so that nobody waits in
 * a ring; whoever changes several at once locks the inquiries of all of them with one call.
 */
export async function lockInquiriesOf(
  ctx: Context,
  searchIds: readonly string[],
  inquiryIds: readonly string[] = [],
): Promise<void> {
  const asked = ctx.db
    .select({ id: inquiryItems.inquiryId })
    .from(inquiryItems)
    .where(and(inArray(inquiryItems.searchId, [...searchIds]), eq(inquiryItems.outcome, "pending")));
  await ctx.db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(or(inArray(inquiries.id, asked), inArray(inquiries.id, [...inquiryIds])))
    .orderBy(asc(inquiries.id))
    .for("update");
}

/**
 * Locks all that the answers of one transaction change, before the first of them: the searches of these items, then
 * every inquiry that asks for one of them, and `inquiryIds`, each in the order of their ids. One after the other the
 * answers would hold the inquiries of one search while they wait for the next.
 */
export async function lockForAnswers(
  ctx: Context,
  { itemIds, inquiryIds }: { itemIds: string[]; inquiryIds: string[] },
): Promise<void> {
  const meant = ctx.db
    .select({ id: inquiryItems.searchId })
    .from(inquiryItems)
    .where(inArray(inquiryItems.id, itemIds));
  const locked = await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(inArray(searches.id, meant))
    .orderBy(asc(searches.id))
    .for("no key update");
  await lockInquiriesOf(
    ctx,
    locked.map(({ id }) => id),
    inquiryIds,
  );
}
