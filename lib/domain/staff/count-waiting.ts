import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import { calls, inboundMails, inquiries, tasks, therapists } from "@/db/schema";
import { type Context, may, requireAbility } from "@/lib/core/context";
import { openInboundStates } from "../inbox/status";

export type Waiting = { today: number; matches: number; therapists: number; inbox: number };

/** How many things wait for a person, by part of the desk: due tasks and calls, proposals, new therapists, mails. */
export async function countWaiting(ctx: Context): Promise<Waiting> {
  requireAbility(ctx, "inquiries.read");
  const [dueTasks, dueCalls, proposals, newTherapists, inbox] = await Promise.all([
    ctx.db.$count(tasks, and(isNull(tasks.doneAt), lte(tasks.dueAt, ctx.now))),
    ctx.db.$count(calls, and(eq(calls.status, "planned"), lte(calls.plannedAt, ctx.now))),
    ctx.db.$count(inquiries, eq(inquiries.status, "proposed")),
    ctx.db.$count(therapists, eq(therapists.status, "pending_review")),
    countOpenMails(ctx),
  ]);
  return { today: dueTasks + dueCalls, matches: proposals, therapists: newTherapists, inbox };
}

/** Mails that came in and wait; none for who may not read them. */
export async function countOpenMails(ctx: Context): Promise<number> {
  if (!may(ctx, "mail.read")) return 0;
  return ctx.db.$count(inboundMails, inArray(inboundMails.state, [...openInboundStates]));
}
