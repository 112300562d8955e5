import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { calls, inquiries, inquiryItems, mails, ownContacts, placements, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isReached, type CallResult } from "../calls/status";
import { germanInstant } from "../german-time";
import { type ItemOutcome, answerOutcomes } from "../inquiries/status";
import { askedTherapist } from "../inquiries/asked-therapist";
import { requirePatientAccess } from "../patients/access";
import type { FailReason } from "../placements/status";
import type { TriState } from "../vocabulary";
import type { ContactChannel } from "./status";
import type { OwnContactDetails } from "./schemas";

/** How it went on with a place that was offered; `patients_word`: the patient said that it does not suit. */
export type PlacementEnding = FailReason | "patients_word" | "started";

/** One contact with a practice about one patient. */
export type ContactRecord = {
  at: Date;
  /** The time of day is known, not just the day. */
  timed: boolean;
  therapist: { name: string; seat: TriState; city: string };
  channel: ContactChannel;
  result:
    | { kind: "sent" }
    /** Shown to the practice on its answer page, in a position that was freed. */
    | { kind: "offered" }
    | { kind: "call"; result: CallResult }
    | { kind: "outcome"; outcome: ItemOutcome; laterOn: string | null }
    /** Whole days from when it was asked to the end of its time. */
    | { kind: "no_answer"; days: number }
    | { kind: "placement"; ending: PlacementEnding }
    | { kind: "own"; ownChannel: OwnContactDetails["channel"]; result: OwnContactDetails["result"] };
  namedWaitWeeks: number | null;
  /** Of a contact that was entered by hand. */
  ownContactId: string | null;
};

type Item = Awaited<ReturnType<typeof askedItems>>[number];
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Every contact with a practice about this patient, oldest first: mails that arrived as far as a mail server told,
 * reminders, being shown on the practice's page, calls, answers, what came of a place, inquiries that nobody answered though they arrived, and what the patient did alone. It
 * is read from the mails, calls and answers themselves, so no contact is without its record and no record without its
 * contact; names and seats are those at the time of asking.
 */
export async function listContacts(ctx: Context, patientId: string): Promise<ContactRecord[]> {
  requirePatientAccess(ctx, "patients.identity", patientId);
  const items = await askedItems(ctx, patientId);
  const ids = items.map(({ inquiry }) => inquiry.id);
  const [sent, called, own] = await Promise.all([
    sentMails(ctx, ids),
    madeCalls(ctx, ids),
    ownOnes(ctx, patientId),
  ]);
  const asked = new Map<string, ContactRecord["therapist"]>();
  for (const { inquiry } of items)
    asked.set(inquiry.id, inquiry.asked ?? (await askedTherapist(ctx, inquiry.therapistId)));
  const recordsOf = (item: Item): ContactRecord[] => {
    const { inquiry } = item;
    const base = {
      therapist: asked.get(inquiry.id)!,
      timed: true,
      namedWaitWeeks: null,
      ownContactId: null,
    };
    const isAbout = aboutItem(item, ctx.now);
    const contacts: ContactRecord[] = [
      ...offerOf(item, base),
      ...sent
        .filter((mail) => mail.inquiryId === inquiry.id && isAbout(mail.sentAt!))
        .map(({ template, sentAt }) => ({
          ...base,
          at: sentAt!,
          channel: template === "inquiry" ? ("mail" as const) : ("reminder" as const),
          result: { kind: "sent" as const },
        })),
      ...called
        .filter((call) => call.inquiryId === inquiry.id && isAbout(call.doneAt!))
        .map(({ doneAt, result, namedWaitWeeks, status }) => ({
          ...base,
          at: doneAt!,
          channel: "call" as const,
          result: {
            kind: "call" as const,
            result: result ?? (status === "done" ? "reached" : "not_reached"),
          },
          namedWaitWeeks: result && isReached(result) ? namedWaitWeeks : null,
        })),
    ];
    return [...contacts, ...endOf(item, base, firstAsked(contacts))];
  };
  return [...items.flatMap(recordsOf), ...own].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Whether a practice was asked about this patient and may still answer; nobody waits for one that closed without. */
export async function hasPendingInquiry(ctx: Context, patientId: string): Promise<boolean> {
  requirePatientAccess(ctx, "patients.identity", patientId);
  return (await askedItems(ctx, patientId)).some(({ outcome }) => outcome === "pending");
}

/** Whether the practice learned of the question: nobody was asked by a call that reached nobody. */
export function wasAsked({ result }: ContactRecord): boolean {
  if (result.kind === "call") return isReached(result.result);
  return result.kind !== "own" || result.result !== "not_reached";
}

function firstAsked(contacts: readonly ContactRecord[]): Date | null {
  const times = contacts.filter(wasAsked).map(({ at }) => at.getTime());
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

type Base = Pick<ContactRecord, "therapist" | "timed" | "namedWaitWeeks" | "ownContactId">;

/**
 * Whether what happened at an instant was about this person too: not before they followed into a freed position, and
 * what left or was said after their answer was about others of the same inquiry. Where nobody noted when somebody
 * followed, only the answer is theirs for sure.
 */
function aboutItem({ offered, offeredAt, outcomeAt, placement }: Item, now: Date): (at: Date) => boolean {
  const until = placement?.acceptedAt ?? outcomeAt ?? now;
  if (offered && !offeredAt) return () => false;
  return (at) => at <= until && (offeredAt === null || at >= offeredAt);
}

/** Who followed was first asked about on the page. */
function offerOf({ offeredAt }: Item, base: Base): ContactRecord[] {
  return offeredAt ? [{ ...base, at: offeredAt, channel: "page", result: { kind: "offered" } }] : [];
}

/** What the practice answered and what came of it, or that it did not answer, if it was asked at all. */
function endOf(item: Item, base: Base, askedAt: Date | null): ContactRecord[] {
  const { outcome, outcomeAt, laterOn, placement } = item;
  if (placement) return placeOf(placement, base, outcome);
  if (!outcomeAt) return [];
  if (outcome === "no_answer") {
    if (!askedAt) return [];
    const days = Math.floor((outcomeAt.getTime() - askedAt.getTime()) / dayMs);
    return [{ ...base, at: outcomeAt, channel: "expiry", result: { kind: "no_answer", days } }];
  }
  const answered = answerOutcomes.some((one) => one === outcome) || outcome === "no_show";
  if (!answered) return [];
  return [{ ...base, at: outcomeAt, channel: "answer", result: { kind: "outcome", outcome, laterOn } }];
}

/** A yes stays one, whatever came of it. */
function placeOf(
  { acceptedAt, startedAt, endedAt, endReason }: NonNullable<Item["placement"]>,
  base: Base,
  outcome: ItemOutcome,
): ContactRecord[] {
  const result = { kind: "outcome", outcome: "accepted", laterOn: null } as const;
  const ending = endReason === "unsuitable" && outcome === "withdrawn" ? "patients_word" : endReason;
  const went = (at: Date | null, what: PlacementEnding | null): ContactRecord[] =>
    at && what ? [{ ...base, at, channel: "placement", result: { kind: "placement", ending: what } }] : [];
  return [
    { ...base, at: acceptedAt, channel: "answer", result },
    ...went(startedAt, "started"),
    ...went(endedAt, ending),
  ];
}

function askedItems(ctx: Context, patientId: string) {
  return ctx.db
    .select({
      outcome: inquiryItems.outcome,
      outcomeAt: inquiryItems.outcomeAt,
      laterOn: inquiryItems.laterOn,
      offered: inquiryItems.offered,
      offeredAt: inquiryItems.offeredAt,
      inquiry: inquiries,
      placement: placements,
    })
    .from(inquiryItems)
    .leftJoin(placements, eq(placements.itemId, inquiryItems.id))
    .innerJoin(searches, and(eq(searches.id, inquiryItems.searchId), eq(searches.patientId, patientId)))
    .innerJoin(inquiries, and(eq(inquiries.id, inquiryItems.inquiryId), isNotNull(inquiries.sentAt)))
    .orderBy(asc(inquiries.sentAt), asc(inquiries.id));
}

async function sentMails(ctx: Context, inquiryIds: string[]) {
  if (inquiryIds.length === 0) return [];
  return ctx.db
    .select({ inquiryId: mails.inquiryId, template: mails.template, sentAt: mails.sentAt })
    .from(mails)
    .where(
      and(
        inArray(mails.inquiryId, inquiryIds),
        inArray(mails.template, ["inquiry", "inquiry_reminder"]),
        eq(mails.status, "sent"),
        isNotNull(mails.sentAt),
        isNull(mails.bouncedAt),
      ),
    );
}

async function madeCalls(ctx: Context, inquiryIds: string[]) {
  if (inquiryIds.length === 0) return [];
  return ctx.db
    .select()
    .from(calls)
    .where(
      and(
        inArray(calls.inquiryId, inquiryIds),
        inArray(calls.status, ["done", "failed"]),
        isNotNull(calls.doneAt),
      ),
    );
}

async function ownOnes(ctx: Context, patientId: string): Promise<ContactRecord[]> {
  const rows = await ctx.db.select().from(ownContacts).where(eq(ownContacts.patientId, patientId));
  return rows.map(({ id, contactedOn, details }) => ({
    at: germanInstant(contactedOn, 0),
    timed: false,
    therapist: { name: details.therapistName, seat: details.seat, city: details.city },
    channel: "own",
    result: { kind: "own", ownChannel: details.channel, result: details.result },
    namedWaitWeeks: details.namedWaitWeeks,
    ownContactId: id,
  }));
}
