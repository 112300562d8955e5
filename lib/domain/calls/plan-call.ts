import { and, desc, eq, gte, isNull } from "drizzle-orm";
import { calls, inquiries, phoneLines, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { addDays, germanClock, germanInstant } from "../german-time";
import { type InquiryLine, phoneLinesOf } from "./phone-lines";
import { nextPhoneSlot } from "./phone-slots";

type Plan = {
  practiceId: string;
  inquiryId: string;
  /** Which try it is; by default that of the call that was taken off the list last, else the first. */
  attempt?: number;
  /** The very time at which the practice asked to be called, whatever its hours are. */
  appointment?: Date;
};

/**
 * Puts an inquiry on the call list, in the caller's transaction: in the first free slot of the practice's phone hours
 * on a day on which it was not called yet. An inquiry has at most one planned call. Where no number is known or nobody
 * ever takes calls, it becomes a task for a person instead.
 */
export async function planCall(ctx: Context, plan: Plan): Promise<void> {
  const { practiceId, inquiryId, appointment } = plan;
  const attempt = plan.attempt ?? (await triedBefore(ctx, inquiryId));
  await ctx.db
    .update(inquiries)
    .set({ callPlannedAt: ctx.now })
    .where(and(eq(inquiries.id, inquiryId), isNull(inquiries.callPlannedAt)));
  const line = (await phoneLinesOf(ctx, [inquiryId])).get(inquiryId);
  const plannedAt = line ? (appointment ?? (await freeSlot(ctx, line))) : null;
  if (!plannedAt) return askForNumber(ctx, inquiryId);
  const [planned] = await ctx.db
    .insert(calls)
    .values({
      practiceId,
      inquiryId,
      attempt,
      plannedAt,
      byAppointment: appointment !== undefined,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: calls.id });
  if (planned) await audit(ctx, "call.plan", { kind: "call", id: planned.id }, { inquiryId, attempt });
}

/** A call that was only put off goes on with its own try: nobody is called more often for it. */
async function triedBefore(ctx: Context, inquiryId: string): Promise<number> {
  const [last] = await ctx.db
    .select({ status: calls.status, attempt: calls.attempt })
    .from(calls)
    .where(eq(calls.inquiryId, inquiryId))
    .orderBy(desc(calls.id))
    .limit(1);
  return last?.status === "cancelled" ? last.attempt : 1;
}

async function freeSlot(ctx: Context, line: InquiryLine): Promise<Date | null> {
  const [called] = await ctx.db.select().from(phoneLines).where(eq(phoneLines.number, line.number));
  const { day: today } = germanClock(ctx.now);
  const from = called?.lastCalledOn === today ? germanInstant(addDays(today, 1), 0) : ctx.now;
  const others = await ctx.db
    .select({ at: calls.plannedAt })
    .from(calls)
    .where(and(eq(calls.status, "planned"), gte(calls.plannedAt, from)));
  const taken = new Set(others.map(({ at }) => at.getTime()));
  return nextPhoneSlot(line, from, (slot) => taken.has(slot.getTime()));
}

async function askForNumber(ctx: Context, inquiryId: string): Promise<void> {
  const task = { kind: "no_contact", subjectKind: "inquiry", subjectId: inquiryId } as const;
  const [open] = await ctx.db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.subjectId, inquiryId), eq(tasks.kind, task.kind), isNull(tasks.doneAt)));
  if (!open) await ctx.db.insert(tasks).values({ ...task, dueAt: ctx.now, createdAt: ctx.now });
}
