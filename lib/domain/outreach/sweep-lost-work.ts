import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { calls, inquiries, inquiryItems, placements, practices } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { lastCallAtColumn } from "../calls/last-call";
import { nextInquiryStep } from "../inquiries/next-step";
import { answerOutcomes } from "../inquiries/status";
import { firstMailLeftAtColumn } from "../mail/first-mail";
import { hasWaitingMail } from "../inquiries/waiting-mail";
import { stepOf } from "../placements/step-of";
import { openPlacementStatuses } from "../placements/status";
import { getSettings } from "../settings/settings";

/** So long a workflow may take before its work counts as lost, in milliseconds. */
const patienceMs = 30 * 60 * 1000;

/**
 * Emits again what stands still: inquiries and placements whose next step is overdue, and acceptances of which the patient was never
 * told. The verbs behind these events do their work once, so a sweep too many changes nothing. Returns how many.
 */
export async function sweepLostWork(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const since = new Date(ctx.now.getTime() - patienceMs);
  return inTransaction(ctx, async (tx) => {
    const asked = await overdueInquiries(tx, since);
    for (const inquiryId of asked) await emit(tx, "inquiry/approved", { inquiryId });
    const accepted = await overduePlacements(tx, since);
    for (const placementId of accepted) await emit(tx, "placement/accepted", { placementId });
    const untold = await tx.db
      .select({ searchId: placements.searchId, itemId: placements.itemId })
      .from(placements)
      .where(
        and(eq(placements.status, "accepted"), isNull(placements.toldAt), lt(placements.acceptedAt, since)),
      );
    for (const acceptance of untold) await emit(tx, "search/placed", acceptance);
    return asked.length + accepted.length + untold.length;
  });
}

async function overdueInquiries(ctx: Context, since: Date): Promise<string[]> {
  const answers = ctx.db
    .select({ one: sql`1` })
    .from(inquiryItems)
    .where(and(eq(inquiryItems.inquiryId, inquiries.id), inArray(inquiryItems.outcome, [...answerOutcomes])));
  const [settings, open] = await Promise.all([
    getSettings(ctx),
    ctx.db
      .select({
        inquiry: inquiries,
        hasAnswer: sql<boolean>`exists ${answers}`,
        takesMail: sql<boolean>`${practices.email} is not null and ${practices.emailBouncedAt} is null`,
        hasWaitingMail: sql<boolean>`${hasWaitingMail(ctx)}`,
        appointmentAt: calls.plannedAt,
        mailedAt: firstMailLeftAtColumn(ctx),
        lastCallAt: lastCallAtColumn(ctx),
      })
      .from(inquiries)
      .innerJoin(practices, eq(practices.id, inquiries.practiceId))
      .leftJoin(
        calls,
        and(eq(calls.inquiryId, inquiries.id), eq(calls.status, "planned"), eq(calls.byAppointment, true)),
      )
      .where(and(inArray(inquiries.status, ["approved", "sent"]), lt(inquiries.approvedAt, since))),
  ]);
  return open
    .filter(({ inquiry, ...state }) => isOverdue(nextInquiryStep({ ...inquiry, ...state }, settings), since))
    .map(({ inquiry }) => inquiry.id);
}

async function overduePlacements(ctx: Context, since: Date): Promise<string[]> {
  const [settings, open] = await Promise.all([
    getSettings(ctx),
    ctx.db
      .select()
      .from(placements)
      .where(inArray(placements.status, [...openPlacementStatuses])),
  ]);
  const overdue: string[] = [];
  for (const placement of open)
    if (isOverdue(await stepOf(ctx, placement, settings), since)) overdue.push(placement.id);
  return overdue;
}

const isOverdue = ({ at }: { at: Date | null }, since: Date) => at !== null && at < since;
