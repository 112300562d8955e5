import { and, eq } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { type Reviewed, takeReviewed } from "./take-reviewed";

/**
 * Takes an approval back as long as nothing was sent: the inquiry waits for review again. Who took it over or
 * put it off did so with the approval: approved once more it leaves by itself. Conflict when it was sent or
 * changed meanwhile. Sending looks at the status itself, so of undoing and sending one happens.
 */
export async function undoApproval(ctx: Context, reviewed: Reviewed): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  const { inquiryId } = reviewed;
  await inTransaction(ctx, async (tx) => {
    await takeReviewed(tx, reviewed, "approved", {
      status: "proposed",
      approvedAt: null,
      approvedBy: null,
      takenOverAt: null,
      takenOverBy: null,
      postponedUntil: null,
      heldAt: null,
    });
    await audit(tx, "inquiry.undo-approve", { kind: "inquiry", id: inquiryId });
    await emit(tx, "inquiry/approval.undone", { inquiryId });
  });
}

/**
 * Takes back what this person approved at one and the same instant, as far as it was not sent yet. Returns how many
 * inquiries wait for review again.
 */
export async function undoApprovalsAt(ctx: Context, approvedAt: Date): Promise<number> {
  requireAbility(ctx, "inquiries.review");
  const { actor } = ctx;
  if (actor.kind !== "staff") return 0;
  const approved = await ctx.db
    .select({ inquiryId: inquiries.id, version: inquiries.version })
    .from(inquiries)
    .where(
      and(
        eq(inquiries.status, "approved"),
        eq(inquiries.approvedBy, actor.id),
        eq(inquiries.approvedAt, approvedAt),
      ),
    );
  let undone = 0;
  for (const reviewed of approved) {
    try {
      await undoApproval(ctx, reviewed);
      undone += 1;
    } catch (error) {
      if (!(error instanceof AppError && error.code === "conflict")) throw error;
    }
  }
  return undone;
}
