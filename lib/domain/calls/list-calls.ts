import { and, asc, count, eq, exists, inArray, isNull, sql } from "drizzle-orm";
import { calls, inquiries, inquiryItems, mails, phoneLines, practices, staff, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { isoDayOf, personName } from "@/lib/format";
import { hasWaitingMail } from "../inquiries/waiting-mail";
import { leftStatuses } from "../mail/first-mail";
import { hasCapacity } from "../therapists/has-capacity";
import type { WeeklyHours } from "../vocabulary";
import { getSettings } from "../settings/settings";
import { type CallTime, callTimeAt, isAgreedFor, latestAppointmentMs } from "./call-time";
import { phoneLinesOf } from "./phone-lines";
import { reachableUntil, statesPhoneHours } from "./phone-slots";

/** Why a practice is called, in the order of calling: it may have a place, no mail reaches it, it did not answer. */
export const callReasons = ["available", "no_email", "unanswered"] as const;
export type CallReason = (typeof callReasons)[number];

/** One call: everything that is to be asked on one number. */
export type CallLine = {
  /** Id of the call that is agreed for now, else of the first planned, by which it is claimed and written down. */
  callId: string;
  phone: string;
  number: string;
  hours: WeeklyHours;
  hoursStated: boolean;
  reason: CallReason;
  /** Whether this is a time to call. */
  time: CallTime;
  /** In the next half hour the practice takes calls, or asked to be called; until then. */
  reachableUntil: Date | null;
  plannedAt: Date;
  byAppointment: boolean;
  claimedBy: { id: string; name: string } | null;
  /** The reader may write the call down: took the number, and nobody else did since, though the time may be over. */
  isMine: boolean;
  /** A mail that asks arrived before, so that nobody hears of it for the first time. */
  isWritten: boolean;
  /** Where the number was published and when it was read there; null when it was looked up by hand. */
  source: { name: string; on: string } | null;
  inquiries: {
    inquiryId: string;
    reference: string;
    therapistName: string;
    openItems: number;
    attempt: number;
  }[];
};

export type CallList = { now: CallLine[]; later: CallLine[] };

/**
 * Who is to be called: `now` whoever takes calls at some moment of this half hour and was not called today, first who
 * may have a place, then who has no mail address, then who did not answer, each by the end of their phone hours;
 * `later` the others by their slot.
 */
export async function listCalls(ctx: Context): Promise<CallList> {
  requireAbility(ctx, "inquiries.read");
  const rows = await plannedCalls(ctx);
  const lines = await phoneLinesOf(
    ctx,
    rows.map(({ inquiry }) => inquiry.id),
  );
  const [openItems, states] = [await countOpenItems(ctx, rows), await lineStates(ctx)];
  const today = isoDayOf(ctx.now);
  const settings = await getSettings(ctx);
  const byNumber = Map.groupBy(rows, ({ inquiry }) => lines.get(inquiry.id)?.number ?? "");
  const list = [...byNumber].flatMap(([number, group]): CallLine[] => {
    const first = group.find(({ call }) => isAgreedFor(ctx.now, call)) ?? group[0];
    const line = first && lines.get(first.inquiry.id);
    if (!line) return [];
    const state = states.get(number);
    const claimedBy = claimOf(ctx, state);
    const isMine = ctx.actor.kind === "staff" && state?.claimedBy === ctx.actor.id;
    if (!claimedBy && !isMine && group.every(isAnsweredInWriting)) return [];
    const { plannedAt, byAppointment } = first.call;
    return [
      {
        callId: first.call.id,
        phone: line.phone,
        number,
        hours: line.hours,
        plannedAt,
        byAppointment,
        hoursStated: statesPhoneHours(line.hours),
        reason: callReasons[Math.min(...group.map((row) => callReasons.indexOf(reasonOf(ctx, row))))]!,
        time: callTimeAt(ctx.now, first.call, line, settings),
        reachableUntil:
          state?.lastCalledOn === today && !byAppointment ? null : callableUntil(ctx, first.call, line),
        claimedBy,
        isMine,
        isWritten: group.some((row) => row.isWritten),
        source: sourceOf(first),
        inquiries: group.map(({ call, inquiry, therapist }) => ({
          inquiryId: inquiry.id,
          reference: inquiry.reference,
          therapistName: personName(therapist),
          openItems: openItems.get(inquiry.id) ?? 0,
          attempt: call.attempt,
        })),
      },
    ];
  });
  return {
    now: list.filter((line) => line.reachableUntil).toSorted(byPriority),
    later: list.filter((line) => !line.reachableUntil),
  };
}

type Row = Awaited<ReturnType<typeof plannedCalls>>[number];

function plannedCalls(ctx: Context) {
  const firstMail = ctx.db
    .select({ one: sql`1` })
    .from(mails)
    .where(
      and(
        eq(mails.inquiryId, inquiries.id),
        eq(mails.template, "inquiry"),
        inArray(mails.status, [...leftStatuses]),
        isNull(mails.bouncedAt),
      ),
    );
  return ctx.db
    .select({
      call: calls,
      inquiry: inquiries,
      therapist: therapists,
      takesMail: sql<boolean>`${practices.email} is not null and ${practices.emailBouncedAt} is null`,
      isWritten: sql<boolean>`${exists(firstMail)}`,
      mailWaits: sql<boolean>`${hasWaitingMail(ctx)}`,
    })
    .from(calls)
    .innerJoin(inquiries, and(eq(inquiries.id, calls.inquiryId), eq(inquiries.status, "sent")))
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(eq(calls.status, "planned"))
    .orderBy(asc(calls.plannedAt), asc(calls.id));
}

/** Who wrote back is not called before somebody has read it, unless they asked to be. */
const isAnsweredInWriting = ({ call, mailWaits }: Row) => mailWaits && !call.byAppointment;

async function countOpenItems(ctx: Context, rows: Row[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ inquiry }) => inquiry.id);
  const counts = await ctx.db
    .select({ id: inquiryItems.inquiryId, open: count() })
    .from(inquiryItems)
    .where(and(inArray(inquiryItems.inquiryId, ids), eq(inquiryItems.outcome, "pending")))
    .groupBy(inquiryItems.inquiryId);
  return new Map(counts.map(({ id, open }) => [id, open]));
}

type LineState = typeof phoneLines.$inferSelect & { claimant: string | null };

async function lineStates(ctx: Context): Promise<Map<string, LineState>> {
  const rows = await ctx.db
    .select({ line: phoneLines, claimant: staff.name })
    .from(phoneLines)
    .leftJoin(staff, eq(staff.id, phoneLines.claimedBy));
  return new Map(rows.map(({ line, claimant }) => [line.number, { ...line, claimant }]));
}

function claimOf(ctx: Context, state: LineState | undefined): CallLine["claimedBy"] {
  if (!state?.claimedBy || !state.claimedUntil || state.claimedUntil <= ctx.now) return null;
  return { id: state.claimedBy, name: state.claimant ?? "–" };
}

/**
 * Whoever asked to be called now can be, whatever the phone hours are. The slot of any
 * other call is a suggestion: who is faster goes on with whoever takes calls.
 */
function callableUntil(ctx: Context, call: Row["call"], line: Parameters<typeof reachableUntil>[0]) {
  if (isAgreedFor(ctx.now, call)) return new Date(call.plannedAt.getTime() + latestAppointmentMs);
  return call.byAppointment && call.plannedAt > ctx.now ? null : reachableUntil(line, ctx.now);
}

function sourceOf({ therapist: { provenance } }: Row): CallLine["source"] {
  const origin = provenance.phone;
  if (!origin?.on || ["staff", "api"].includes(origin.source)) return null;
  return { name: origin.source, on: origin.on };
}

function reasonOf(ctx: Context, { therapist, takesMail }: Row): CallReason {
  if (therapist.potentiallyAvailable || hasCapacity(therapist.capacity, ctx.now)) return "available";
  return takesMail ? "unanswered" : "no_email";
}

function byPriority(a: CallLine, b: CallLine): number {
  return (
    callReasons.indexOf(a.reason) - callReasons.indexOf(b.reason) ||
    a.reachableUntil!.getTime() - b.reachableUntil!.getTime() ||
    a.plannedAt.getTime() - b.plannedAt.getTime()
  );
}
