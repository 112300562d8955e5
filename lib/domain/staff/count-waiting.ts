import { and, eq, isNull, lte } from "drizzle-orm";
import { calls, inquiries, tasks, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";

export type Waiting = { today: number; matches: number; therapists: number };

/** How many things wait for a person, by part of the desk: due tasks and calls, proposals, new therapists. */
export async function countWaiting(ctx: Context): Promise<Waiting> {
  requireAbility(ctx, "inquiries.read");
  const [dueTasks, dueCalls, proposals, newTherapists] = await Promise.all([
    ctx.db.$count(tasks, and(isNull(tasks.doneAt), lte(tasks.dueAt, ctx.now))),
    ctx.db.$count(calls, and(eq(calls.status, "planned"), lte(calls.plannedAt, ctx.now))),
    ctx.db.$count(inquiries, eq(inquiries.status, "proposed")),
    ctx.db.$count(therapists, eq(therapists.status, "pending_review")),
  ]);
  return { today: dueTasks + dueCalls, matches: proposals, therapists: newTherapists };
}
