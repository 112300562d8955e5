import { and, eq, isNull } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { phoneLinesOf } from "../calls/phone-lines";
import { planCall } from "../calls/plan-call";

/**
 * Puts a still unanswered inquiry on the call list, once; does nothing when it is closed. Who was written to and has no
 * number is not called, and nobody has to look for one. Tells whether it did.
 */
export async function planInquiryCall(ctx: Context, inquiryId: string): Promise<boolean> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const [inquiry] = await tx.db
      .update(inquiries)
      .set({ callPlannedAt: tx.now, postponedUntil: null })
      .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "sent"), isNull(inquiries.callPlannedAt)))
      .returning();
    if (!inquiry) return false;
    const { practiceId, channel } = inquiry;
    const hasNumber = (await phoneLinesOf(tx, [inquiryId])).has(inquiryId);
    if (hasNumber || channel === "phone") await planCall(tx, { practiceId, inquiryId });
    return true;
  });
}
