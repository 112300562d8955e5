import { and, eq, inArray } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { cancelPlannedCalls } from "./cancel-empty-inquiries";
import { inquiryStatusesBefore } from "./status";

/** Ends an inquiry that nobody answered: open items become "no answer". Does nothing when it is closed. Tells whether it did. */
export async function expireInquiry(ctx: Context, inquiryId: string): Promise<boolean> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const [expired] = await tx.db
      .update(inquiries)
      .set({ status: "expired", closedAt: tx.now })
      .where(and(eq(inquiries.id, inquiryId), inArray(inquiries.status, inquiryStatusesBefore("expired"))))
      .returning({ id: inquiries.id });
    if (!expired) return false;
    await tx.db
      .update(inquiryItems)
      .set({ outcome: "no_answer", outcomeAt: tx.now })
      .where(and(eq(inquiryItems.inquiryId, inquiryId), eq(inquiryItems.outcome, "pending")));
    await cancelPlannedCalls(tx, inquiryId);
    await audit(tx, "inquiry.expire", { kind: "inquiry", id: inquiryId });
    await emit(tx, "inquiry/expired", { inquiryId });
    return true;
  });
}
