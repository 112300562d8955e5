import { and, asc, count, eq, inArray, isNull, ne } from "drizzle-orm";
import { inquiries, inquiryItems, practices, searches, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { getSettings } from "../settings/settings";
import { removeExclusion } from "../therapists/exclusions";
import { type RejectReason, rejectReasons } from "./status";
import { openInquiryStatuses } from "./status";
import { type Reviewed, takeReviewed } from "./take-reviewed";
import { dropItems, judgeItems } from "./unfit-items";

type Inquiry = typeof inquiries.$inferSelect;

/**
 * Takes a rejection back: the inquiry waits for review again with everybody whose search still runs, has room and
 * fits by every rule as of now, and what the rejection taught is forgotten. Conflict when the inquiry was not rejected in review or changed meanwhile
 * (`proposal_changed`), when its mailbox is in another open inquiry by now (`mailbox_taken`), when nobody of it is
 * free any more (`search_taken`), or when a rule keeps all of them apart from the practice (`pair_does_not_fit`).
 */
export async function undoRejection(ctx: Context, reviewed: Reviewed): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  const { inquiryId } = reviewed;
  await inTransaction(ctx, async (tx) => {
    const free = await lockFreeItems(tx, inquiryId);
    const before = await stateBefore(tx, inquiryId);
    const reopened = { status: "proposed", cancelReason: null, closedAt: null, reviewLesson: null } as const;
    await asOnlyOpenInquiry(takeReviewed(tx, reviewed, "cancelled", reopened));
    if (free.length === 0) throw conflict("search_taken");
    const isFree = inArray(inquiryItems.id, free);
    await tx.db.update(inquiryItems).set({ outcome: "pending", outcomeAt: null }).where(isFree);
    const isLeftOver = and(eq(inquiryItems.inquiryId, inquiryId), ne(inquiryItems.outcome, "pending"));
    await tx.db.delete(inquiryItems).where(isLeftOver);
    await forget(tx, before);
    const { fit, unfit } = await judgeItems(tx, before);
    if (fit.length === 0) throw conflict("pair_does_not_fit");
    await dropItems(tx, inquiryId, unfit);
    await audit(tx, "inquiry.undo-reject", { kind: "inquiry", id: inquiryId });
  });
}

/** The items whose search runs and may be part of one more inquiry. The searches are held, as everywhere, first. */
async function lockFreeItems(ctx: Context, inquiryId: string): Promise<string[]> {
  const { maxParallel } = await getSettings(ctx);
  const active = await ctx.db
    .select({ itemId: inquiryItems.id, searchId: searches.id })
    .from(inquiryItems)
    .innerJoin(searches, and(eq(searches.id, inquiryItems.searchId), eq(searches.status, "active")))
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(searches.id))
    .for("update", { of: searches });
  if (active.length === 0) return [];
  const open = await ctx.db
    .select({ searchId: inquiryItems.searchId, count: count() })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(
      and(
        inArray(
          inquiryItems.searchId,
          active.map(({ searchId }) => searchId),
        ),
        eq(inquiryItems.outcome, "pending"),
        inArray(inquiries.status, [...openInquiryStatuses]),
      ),
    )
    .groupBy(inquiryItems.searchId);
  const openOf = new Map(open.map((row) => [row.searchId, row.count]));
  return active
    .filter(({ searchId }) => (openOf.get(searchId) ?? 0) < maxParallel)
    .map(({ itemId }) => itemId);
}

/** What the rejection left; only what a reviewer rejected can come back. */
async function stateBefore(ctx: Context, inquiryId: string): Promise<Inquiry> {
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)).for("update");
  if (!inquiry || !rejectReasons.includes(inquiry.cancelReason as RejectReason))
    throw conflict("proposal_changed");
  return inquiry;
}

/** The database allows one open inquiry per mailbox; the run may have proposed another one since. */
async function asOnlyOpenInquiry<T>(reopening: Promise<T>): Promise<T> {
  try {
    return await reopening;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { cause } = error as { cause?: { constraint_name?: string } };
    if (cause?.constraint_name === "one_open_inquiry_per_mailbox") throw conflict("mailbox_taken");
    throw error;
  }
}

async function forget(ctx: Context, { therapistId, practiceId, reviewLesson }: Inquiry): Promise<void> {
  const { excluded = [], resting, taskId } = reviewLesson ?? {};
  for (const patientId of excluded) {
    try {
      await removeExclusion(ctx, { patientId, therapistId, reason: "staff" });
    } catch (error) {
      // Somebody lifted it already.
      if (!(error instanceof AppError && error.code === "not-found")) throw error;
    }
  }
  if (resting)
    await ctx.db
      .update(practices)
      .set({ coolingUntil: resting.before === null ? null : new Date(resting.before) })
      .where(and(eq(practices.id, practiceId), eq(practices.coolingUntil, new Date(resting.until))));
  if (taskId) await ctx.db.delete(tasks).where(and(eq(tasks.id, taskId), isNull(tasks.doneAt)));
}
