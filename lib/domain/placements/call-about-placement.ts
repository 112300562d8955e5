import { type SQL, and, eq, inArray, isNull } from "drizzle-orm";
import { inquiries, inquiryItems, type mails, placements, searches, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isLetterMoot } from "./letter-states";
import { sharedStatuses } from "./status";

/** Whoever cannot be written to is called by a person. In the caller's transaction. */
export async function callInstead(ctx: Context, searchId: string): Promise<void> {
  const [search] = await ctx.db
    .select({ patientId: searches.patientId })
    .from(searches)
    .where(eq(searches.id, searchId));
  await addCall(ctx, search!.patientId);
}

/**
 * Mails to a practice do not arrive: has it called about each patient whom it knows by name. Nothing is added to a call
 * that is waiting already. In the caller's transaction.
 */
export async function callPracticeInstead(ctx: Context, practiceId: string): Promise<void> {
  await callAboutEach(
    ctx,
    and(eq(inquiries.practiceId, practiceId), inArray(placements.status, [...sharedStatuses])),
  );
}

/**
 * A letter to a practice about a placement reached nobody: has it called, unless what the letter said is moot by now.
 * That a place is free again, or that a name is to be deleted, is never moot. In the caller's transaction.
 */
export async function callInsteadOfLetter(
  ctx: Context,
  {
    placementId,
    practiceId,
    template,
  }: Pick<typeof mails.$inferSelect, "placementId" | "practiceId" | "template">,
): Promise<void> {
  if (!placementId || !practiceId) return;
  if (await isLetterMoot(ctx, { placementId, template })) return;
  await callAboutEach(ctx, eq(placements.id, placementId));
}

async function callAboutEach(ctx: Context, meant: SQL | undefined): Promise<void> {
  const people = await ctx.db
    .selectDistinct({ id: searches.patientId })
    .from(placements)
    .innerJoin(searches, eq(searches.id, placements.searchId))
    .innerJoin(inquiryItems, eq(inquiryItems.id, placements.itemId))
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(meant);
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
