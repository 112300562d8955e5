import { and, eq, inArray, sql } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { cancelPlannedCalls } from "./cancel-empty-inquiries";
import { answerOutcomes } from "./status";

/**
 * Ends an inquiry whose time is over: open items become "no answer". It counts as answered when the practice answered
 * somebody. Does nothing when it is closed. Tells whether it did.
 */
export async function expireInquiry(ctx: Context, inquiryId: string): Promise<boolean> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const answered = tx.db
      .select({ one: sql`1` })
      .from(inquiryItems)
      .where(and(eq(inquiryItems.inquiryId, inquiryId), inArray(inquiryItems.outcome, [...answerOutcomes])));
    const [ended] = await tx.db
      .update(inquiries)
      .set({
        status: sql`case when exists ${answered} then 'answered' else 'expired' end::inquiry_status`,
        closedAt: tx.now,
      })
      .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "sent")))
      .returning({ status: inquiries.status });
    if (!ended) return false;
    await tx.db
      .update(inquiryItems)
      .set({ outcome: "no_answer", outcomeAt: tx.now })
      .where(and(eq(inquiryItems.inquiryId, inquiryId), eq(inquiryItems.outcome, "pending")));
    await cancelPlannedCalls(tx, inquiryId);
    await audit(tx, "inquiry.expire", { kind: "inquiry", id: inquiryId });
    await emit(tx, ended.status === "answered" ? "inquiry/answered" : "inquiry/expired", { inquiryId });
    return true;
  });
}
