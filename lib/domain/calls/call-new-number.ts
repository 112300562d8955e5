import { and, eq, inArray, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { calls, inquiries, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { phoneLinesOf } from "./phone-lines";

/** On which number the open inquiries of a practice are asked about; null where none is known. */
export async function numbersOfOpenInquiries(
  ctx: Context,
  practiceId: string,
): Promise<Map<string, string | null>> {
  const open = await ctx.db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(and(eq(inquiries.practiceId, practiceId), eq(inquiries.status, "sent")));
  const ids = open.map(({ id }) => id);
  const lines = await phoneLinesOf(ctx, ids);
  return new Map(ids.map((id) => [id, lines.get(id)?.number ?? null]));
}

/**
 * A number was found or corrected, in the caller's transaction: open inquiries that are asked about on another one than
 * `before` are called there when it is time for a call, unless one is planned or somebody was reached already. The tasks
 * that asked for the number are ticked off.
 */
export async function callNewNumbers(
  ctx: Context,
  { practiceId, before }: { practiceId: string; before: ReadonlyMap<string, string | null> },
): Promise<void> {
  const now = await numbersOfOpenInquiries(ctx, practiceId);
  for (const [inquiryId, number] of now) {
    if (number === null || number === before.get(inquiryId)) continue;
    await planAnew(ctx, inquiryId);
    await closeContactTasks(ctx, inquiryId);
  }
}

/** Nobody has to look any more for what these tasks ask for. */
export async function closeContactTasks(ctx: Context, subjectId: string): Promise<void> {
  const kinds = inArray(tasks.kind, ["no_contact", "wrong_number"]);
  await ctx.db
    .update(tasks)
    .set({ doneAt: ctx.now, doneBy: ctx.actor.kind === "staff" ? ctx.actor.id : null })
    .where(and(eq(tasks.subjectId, subjectId), kinds, isNull(tasks.doneAt)));
}

async function planAnew(ctx: Context, inquiryId: string): Promise<void> {
  const settled = ctx.db
    .select({ one: sql`1` })
    .from(calls)
    .where(and(eq(calls.inquiryId, inquiryId), inArray(calls.status, ["planned", "done"])));
  const [anew] = await ctx.db
    .update(inquiries)
    .set({ callPlannedAt: null })
    .where(
      and(
        eq(inquiries.id, inquiryId),
        eq(inquiries.status, "sent"),
        isNotNull(inquiries.callPlannedAt),
        notExists(settled),
      ),
    )
    .returning({ id: inquiries.id });
  if (anew) await emit(ctx, "inquiry/changed", { inquiryId });
}
