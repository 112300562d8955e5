import { and, asc, eq, inArray } from "drizzle-orm";
import { exclusions, inquiries, inquiryItems, patients, practices, searches, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { isoDayOf } from "@/lib/format";
import { addExclusion } from "../therapists/exclusions";
import { askAgainFrom } from "../practices/ask-again-from";
import type { RejectReason, ReviewLesson } from "./status";
import { type Reviewed, takeReviewed } from "./take-reviewed";

type Inquiry = typeof inquiries.$inferSelect;
type Rejection = Reviewed & {
  reason: RejectReason;
  /** With `not_now`: the day from which to ask again. */ askAgainOn?: string;
};

/**
 * Rejects a proposal; its searches are free for the next run. The reason teaches: `never_together` excludes every pair
 * of it for good, `not_now` lets the mailbox rest until a day, `wrong_data` makes a task about the therapist's entry.
 * `undoRejection` takes all of it back. Conflict when the proposal changed meanwhile.
 */
export async function rejectInquiry(ctx: Context, rejection: Rejection): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  const { inquiryId, reason } = rejection;
  await inTransaction(ctx, async (tx) => {
    const patientIds = await lockPatients(tx, inquiryId);
    const inquiry = await takeReviewed(tx, rejection, "proposed", {
      status: "cancelled",
      cancelReason: reason,
      closedAt: tx.now,
    });
    await tx.db
      .update(inquiryItems)
      .set({ outcome: "withdrawn", outcomeAt: tx.now })
      .where(eq(inquiryItems.inquiryId, inquiryId));
    const reviewLesson = await learn(tx, inquiry, rejection, patientIds);
    await tx.db.update(inquiries).set({ reviewLesson }).where(eq(inquiries.id, inquiryId));
    await audit(tx, "inquiry.reject", { kind: "inquiry", id: inquiryId }, { reason });
    await emit(tx, "inquiry/cancelled", { inquiryId });
  });
}

/** The patients of the inquiry, held before it is: others take a patient's locks before those of the inquiries. */
async function lockPatients(ctx: Context, inquiryId: string): Promise<string[]> {
  const inside = ctx.db
    .select({ id: searches.patientId })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiryItems.inquiryId, inquiryId));
  const rows = await ctx.db
    .select({ id: patients.id })
    .from(patients)
    .where(inArray(patients.id, inside))
    .orderBy(asc(patients.id))
    .for("key share");
  return rows.map(({ id }) => id);
}

async function learn(
  ctx: Context,
  inquiry: Inquiry,
  { reason, askAgainOn }: Rejection,
  patientIds: string[],
): Promise<ReviewLesson | null> {
  switch (reason) {
    case "rejected_in_review":
      return null;
    case "never_together":
      return excludePairs(ctx, inquiry.therapistId, patientIds);
    case "not_now":
      return letRest(ctx, inquiry.practiceId, askAgainOn);
    case "wrong_data":
      return askToCorrect(ctx, inquiry.therapistId);
  }
}

async function excludePairs(ctx: Context, therapistId: string, patientIds: string[]): Promise<ReviewLesson> {
  const before = await ctx.db
    .select({ patientId: exclusions.patientId })
    .from(exclusions)
    .where(and(eq(exclusions.therapistId, therapistId), eq(exclusions.reason, "staff")));
  const known = new Set(before.map(({ patientId }) => patientId));
  for (const patientId of patientIds) await addExclusion(ctx, { patientId, therapistId, reason: "staff" });
  return { excluded: patientIds.filter((id) => !known.has(id)) };
}

async function letRest(ctx: Context, practiceId: string, askAgainOn = ""): Promise<ReviewLesson> {
  if (askAgainOn <= isoDayOf(ctx.now))
    throw new AppError("invalid", "date_in_past", { fields: { askAgainOn: "date_in_past" } });
  const resting = () =>
    ctx.db
      .select({ until: practices.coolingUntil })
      .from(practices)
      .where(eq(practices.id, practiceId))
      .for("update");
  const [before] = await resting();
  await askAgainFrom(ctx, practiceId, askAgainOn);
  const [after] = await resting();
  return {
    resting: { until: after!.until!.toISOString(), before: before!.until?.toISOString() ?? null },
  };
}

async function askToCorrect(ctx: Context, therapistId: string): Promise<ReviewLesson> {
  const [task] = await ctx.db
    .insert(tasks)
    .values({
      kind: "wrong_data",
      subjectKind: "therapist",
      subjectId: therapistId,
      dueAt: ctx.now,
      createdAt: ctx.now,
    })
    .returning({ id: tasks.id });
  return { taskId: task!.id };
}
