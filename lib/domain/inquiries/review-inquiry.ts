import { and, eq } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { getSettings } from "../settings/settings";
import { agreedElsewhere, lockSearchesOf } from "./agreed-elsewhere";
import { cancelEmptyInquiries } from "./cancel-empty-inquiries";
import { type Reviewed, takeReviewed } from "./take-reviewed";
import { judgeItems } from "./unfit-items";

/**
 * Approves a proposal as the reviewer saw it; it is sent after the commit. Conflict when it changed meanwhile
 * (`proposal_changed`), also when something is to check by now that was not when it was proposed: the proposal then
 * says so, and the reviewer looks again; when a rule keeps a pair of it apart by now (`pair_does_not_fit`); or when
 * somebody in it is in as many inquiries as the setting allows by now, counted by those agreed to (`search_in_enough`).
 * More people than the setting allows by now are no conflict: the reviewer sees them, and may take some out.
 */
export async function approveInquiry(ctx: Context, { inquiryId, version }: Reviewed): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  const isApproved = await inTransaction(ctx, async (tx) => {
    await lockSearchesOf(tx, inquiryId);
    const inquiry = await takeReviewed(tx, { inquiryId, version }, "proposed");
    const { unfit, hasNewDoubts } = await judgeItems(tx, inquiry);
    if (unfit.length > 0) throw conflict("pair_does_not_fit");
    const { maxParallel } = await getSettings(tx);
    const agreed = await agreedElsewhere(tx, inquiryId);
    if ([...agreed.values()].some((open) => open >= maxParallel)) throw conflict("search_in_enough");
    if (hasNewDoubts) return false;
    await tx.db
      .update(inquiries)
      .set({ status: "approved", approvedAt: tx.now, approvedBy: staffId(tx) })
      .where(eq(inquiries.id, inquiryId));
    await audit(tx, "inquiry.approve", { kind: "inquiry", id: inquiryId });
    await emit(tx, "inquiry/approved", { inquiryId });
    return true;
  });
  if (!isApproved) throw conflict("proposal_changed");
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

const staffId = (ctx: Context) => (ctx.actor.kind === "staff" ? ctx.actor.id : null);
