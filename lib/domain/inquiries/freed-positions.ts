import { eq } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";

export type Inquiry = typeof inquiries.$inferSelect;

/** Six at first, and each of them may be followed once (docs/decisions). */
const mostItems = 12;

/** Whether somebody may follow in this inquiry: it was sent, and it did not end by itself or by an objection. */
export function isOfferable({ status, sentAt, cancelReason }: Inquiry): boolean {
  if (sentAt === null) return false;
  return status === "sent" || status === "answered" || cancelReason === "no_open_items";
}

/**
 * The position for the next person in an inquiry; null when nobody left it to another practice or stopped searching, or
 * when everybody who did was followed already.
 */
export async function freedPosition(ctx: Context, inquiryId: string): Promise<number | null> {
  const items = await ctx.db
    .select({
      position: inquiryItems.position,
      outcome: inquiryItems.outcome,
      offered: inquiryItems.offered,
    })
    .from(inquiryItems)
    .where(eq(inquiryItems.inquiryId, inquiryId));
  const gone = items.filter(({ outcome }) => outcome === "placed_elsewhere" || outcome === "withdrawn");
  const followed = items.filter(({ offered }) => offered);
  if (gone.length <= followed.length || items.length >= mostItems) return null;
  return Math.max(...items.map(({ position }) => position)) + 1;
}
