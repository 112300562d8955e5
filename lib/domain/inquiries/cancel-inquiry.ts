import { and, eq, inArray } from "drizzle-orm";
import { inquiries, inquiryItems, placements } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { revokeTokens } from "@/lib/core/tokens";
import { cancelPlannedCalls } from "./cancel-empty-inquiries";
import { openPlacementStatuses } from "../placements/status";
import { inquiryStatusesBefore } from "./status";

/**
 * Cancels an open inquiry in the caller's transaction, withdraws its pending items, its calls and its link; the
 * link stays as long as somebody whom the practice accepted stands behind it. Returns false when it was no longer open.
 */
export async function cancelInquiry(ctx: Context, inquiryId: string, reason: string): Promise<boolean> {
  const [cancelled] = await ctx.db
    .update(inquiries)
    .set({ status: "cancelled", cancelReason: reason, closedAt: ctx.now })
    .where(and(eq(inquiries.id, inquiryId), inArray(inquiries.status, inquiryStatusesBefore("cancelled"))))
    .returning({ id: inquiries.id });
  if (!cancelled) return false;
  await ctx.db
    .update(inquiryItems)
    .set({ outcome: "withdrawn", outcomeAt: ctx.now })
    .where(and(eq(inquiryItems.inquiryId, inquiryId), eq(inquiryItems.outcome, "pending")));
  await cancelPlannedCalls(ctx, inquiryId);
  if (!(await hasOpenPlacement(ctx, inquiryId))) await revokeTokens(ctx, "respond", inquiryId);
  await audit(ctx, "inquiry.cancel", { kind: "inquiry", id: inquiryId }, { reason });
  await emit(ctx, "inquiry/cancelled", { inquiryId });
  return true;
}

async function hasOpenPlacement(ctx: Context, inquiryId: string): Promise<boolean> {
  const itemsOf = ctx.db
    .select({ id: inquiryItems.id })
    .from(inquiryItems)
    .where(eq(inquiryItems.inquiryId, inquiryId));
  const open = and(
    inArray(placements.itemId, itemsOf),
    inArray(placements.status, [...openPlacementStatuses]),
  );
  return (await ctx.db.$count(placements, open)) > 0;
}
