import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { cancelEmptyInquiries } from "./cancel-empty-inquiries";
import { lockInquiriesOf } from "./lock-inquiries";

/**
 * Takes a search out of every open inquiry, in the caller's transaction: from proposals the item is removed, in
 * inquiries that have left it gets `outcome`. Inquiries without an open item are closed. `exceptItemId` is left alone.
 */
export async function withdrawSearchFromInquiries(
  ctx: Context,
  searchId: string,
  outcome: "withdrawn" | "placed_elsewhere",
  exceptItemId?: string,
): Promise<void> {
  const others = exceptItemId ? ne(inquiryItems.id, exceptItemId) : sql`true`;
  await lockInquiriesOf(ctx, [searchId]);
  const open = await ctx.db
    .select({ itemId: inquiryItems.id, inquiryId: inquiries.id, status: inquiries.status })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(and(eq(inquiryItems.searchId, searchId), eq(inquiryItems.outcome, "pending"), others));
  const sent = open.filter((item) => item.status === "sent");
  const unsent = open.filter((item) => item.status === "proposed" || item.status === "approved");
  if (sent.length > 0) {
    await ctx.db
      .update(inquiryItems)
      .set({ outcome, outcomeAt: ctx.now })
      .where(
        inArray(
          inquiryItems.id,
          sent.map((item) => item.itemId),
        ),
      );
  }
  if (unsent.length > 0) {
    await ctx.db.delete(inquiryItems).where(
      inArray(
        inquiryItems.id,
        unsent.map((item) => item.itemId),
      ),
    );
    await ctx.db
      .update(inquiries)
      .set({ version: sql`${inquiries.version} + 1` })
      .where(
        inArray(
          inquiries.id,
          unsent.map((item) => item.inquiryId),
        ),
      );
  }
  await cancelEmptyInquiries(
    ctx,
    open.map((item) => item.inquiryId),
  );
}
