import { and, eq } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { cancelEmptyInquiries } from "./cancel-empty-inquiries";
import { type Reviewed, takeReviewed } from "./take-reviewed";

/** Approves a proposal as the reviewer saw it; it is sent after the commit. Conflict when it changed meanwhile. */
export async function approveInquiry(ctx: Context, { inquiryId, version }: Reviewed): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    await takeReviewed(tx, { inquiryId, version }, "proposed", {
      status: "approved",
      approvedAt: tx.now,
      approvedBy: staffId(tx),
    });
    await audit(tx, "inquiry.approve", { kind: "inquiry", id: inquiryId });
    await emit(tx, "inquiry/approved", { inquiryId });
  });
}

/** Takes one patient out of a proposal; the last one takes the proposal with it. Conflict when it changed meanwhile. */
export async function dropItem(
  ctx: Context,
  { inquiryId, version, itemId }: Reviewed & { itemId: string },
): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    await takeReviewed(tx, { inquiryId, version }, "proposed");
    const dropped = await tx.db
      .delete(inquiryItems)
      .where(and(eq(inquiryItems.id, itemId), eq(inquiryItems.inquiryId, inquiryId)))
      .returning({ id: inquiryItems.id });
    if (dropped.length === 0) throw conflict("proposal_changed");
    await audit(tx, "inquiry.drop-item", { kind: "inquiry", id: inquiryId }, { itemId });
    await cancelEmptyInquiries(tx, [inquiryId]);
  });
}

/**
 * Approves these proposals as somebody saw them, by default every one that waits now. Who was changed meanwhile is passed
 * over. Returns how many were approved, and how many passed over.
 */
export async function approveAllProposals(
  ctx: Context,
  seen?: readonly Reviewed[],
): Promise<{ approved: number; skipped: number }> {
  requireAbility(ctx, "inquiries.review");
  const proposals = seen ?? (await waitingProposals(ctx));
  let approved = 0;
  for (const proposal of proposals) {
    try {
      await approveInquiry(ctx, proposal);
      approved += 1;
    } catch (error) {
      if (!(error instanceof Error && error.name === "AppError")) throw error;
    }
  }
  return { approved, skipped: proposals.length - approved };
}

function waitingProposals(ctx: Context): Promise<Reviewed[]> {
  return ctx.db
    .select({ inquiryId: inquiries.id, version: inquiries.version })
    .from(inquiries)
    .where(eq(inquiries.status, "proposed"));
}

const staffId = (ctx: Context) => (ctx.actor.kind === "staff" ? ctx.actor.id : null);
