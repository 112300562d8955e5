import { type SQL, and, eq, inArray, isNull } from "drizzle-orm";
import { inquiries, inquiryItems, placements, searches, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/** The practice is in contact with the patient: what it has to know must reach it. */
const sharedStatuses = ["confirmed", "first_talk", "trial_sessions"] as const;

/** Whoever cannot be written to is called by a person. In the caller's transaction. */
export async function callInstead(ctx: Context, searchId: string): Promise<void> {
  const [search] = await ctx.db
    .select({ patientId: searches.patientId })
    .from(searches)
    .where(eq(searches.id, searchId));
  await addCall(ctx, search!.patientId);
}

/**
 * Mails to a practice do not arrive: has it called about each patient whom it knows by name, or about those of one
 * inquiry. Nothing is added to a call that is waiting already. In the caller's transaction.
 */
export async function callPracticeInstead(
  ctx: Context,
  about: { practiceId: string } | { inquiryId: string },
): Promise<void> {
  const meant: SQL =
    "practiceId" in about ? eq(inquiries.practiceId, about.practiceId) : eq(inquiries.id, about.inquiryId);
  const people = await ctx.db
    .selectDistinct({ id: searches.patientId })
    .from(placements)
    .innerJoin(searches, eq(searches.id, placements.searchId))
    .innerJoin(inquiryItems, eq(inquiryItems.id, placements.itemId))
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(and(meant, inArray(placements.status, [...sharedStatuses])));
  for (const { id } of people) {
    const waiting = and(eq(tasks.kind, "placement_call"), eq(tasks.subjectId, id), isNull(tasks.doneAt));
    if ((await ctx.db.$count(tasks, waiting)) === 0) await addCall(ctx, id);
  }
}

async function addCall(ctx: Context, patientId: string): Promise<void> {
  await ctx.db.insert(tasks).values({
    kind: "placement_call",
    subjectKind: "patient",
    subjectId: patientId,
    dueAt: ctx.now,
    createdAt: ctx.now,
  });
}
