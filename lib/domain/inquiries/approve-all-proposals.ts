import { and, eq, gte, inArray } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { logUnexpected } from "@/lib/core/unexpected";
import { approveInquiry } from "./review-inquiry";
import type { Reviewed } from "./take-reviewed";

export type ApprovedTogether = {
  approved: number;
  /** Changed meanwhile or does not fit any more. */
  skipped: number;
  /** Could not be approved, for a reason that is in the log. */
  failed: number;
  /** By this instant `undoApprovalsAt` takes back what has not left. */
  approvedAt: Date;
};

/**
 * Approves these proposals as somebody saw them, by default every one that waits now; one that cannot be approved never
 * stops the others. Each counts as approved at its own time while the work lasts, so a long work sends nothing early;
 * at the end all that have not left count as approved at one instant, from which their time to be taken back runs.
 */
export async function approveAllProposals(
  ctx: Context,
  seen?: readonly Reviewed[],
): Promise<ApprovedTogether> {
  requireAbility(ctx, "inquiries.review");
  const start = performance.now();
  const currentCtx = () => ({ ...ctx, now: new Date(ctx.now.getTime() + (performance.now() - start)) });
  const proposals = seen ?? (await waitingProposals(ctx));
  const approved: string[] = [];
  let failed = 0;
  for (const proposal of proposals) {
    try {
      await approveInquiry(currentCtx(), proposal);
      approved.push(proposal.inquiryId);
    } catch (error) {
      if (error instanceof AppError && error.code === "conflict") continue;
      logUnexpected(error, "approve-all");
      failed += 1;
    }
  }
  const { now: approvedAt } = currentCtx();
  await countFrom(ctx, approved, approvedAt);
  const skipped = proposals.length - approved.length - failed;
  return { approved: approved.length, skipped, failed, approvedAt };
}

function waitingProposals(ctx: Context): Promise<Reviewed[]> {
  return ctx.db
    .select({ inquiryId: inquiries.id, version: inquiries.version })
    .from(inquiries)
    .where(eq(inquiries.status, "proposed"));
}

/** So many ids go into one statement. */
const perStatement = 1000;

/** What was taken back meanwhile, or approved anew by somebody else, is left alone, and what was sent keeps its time. */
async function countFrom(ctx: Context, ids: readonly string[], approvedAt: Date): Promise<void> {
  for (let start = 0; start < ids.length; start += perStatement) {
    await ctx.db
      .update(inquiries)
      .set({ approvedAt })
      .where(
        and(
          inArray(inquiries.id, ids.slice(start, start + perStatement)),
          eq(inquiries.status, "approved"),
          gte(inquiries.approvedAt, ctx.now),
          ...(ctx.actor.kind === "staff" ? [eq(inquiries.approvedBy, ctx.actor.id)] : []),
        ),
      );
  }
}
