import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { type Reviewed, takeReviewed } from "./take-reviewed";

/**
 * Takes an approval back as long as nothing was sent: the inquiry waits for review again. Conflict when it was sent or
 * changed meanwhile. Sending looks at the status itself, so of undoing and sending one happens.
 */
export async function undoApproval(ctx: Context, reviewed: Reviewed): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  const { inquiryId } = reviewed;
  await inTransaction(ctx, async (tx) => {
    await takeReviewed(tx, reviewed, "approved", { status: "proposed", approvedAt: null, approvedBy: null });
    await audit(tx, "inquiry.undo-approve", { kind: "inquiry", id: inquiryId });
    await emit(tx, "inquiry/approval.undone", { inquiryId });
  });
}
