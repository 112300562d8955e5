import { and, eq } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { planCall } from "../calls/plan-call";

/** Puts a still unanswered inquiry on the call list; does nothing when it is closed. Tells whether it did. */
export async function planInquiryCall(ctx: Context, inquiryId: string): Promise<boolean> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const [inquiry] = await tx.db
      .select({ practiceId: inquiries.practiceId })
      .from(inquiries)
      .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "sent")))
      .for("update");
    if (!inquiry) return false;
    await planCall(tx, { practiceId: inquiry.practiceId, inquiryId });
    return true;
  });
}
