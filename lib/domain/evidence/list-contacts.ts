import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { calls, inquiries, inquiryItems, mails, ownContacts, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isReached, type CallResult } from "../calls/status";
import { germanInstant } from "../german-time";
import { type ItemOutcome, answerOutcomes } from "../inquiries/status";
import { askedTherapist } from "../inquiries/asked-therapist";
import { requirePatientAccess } from "../patients/access";
import type { TriState } from "../vocabulary";
import type { ContactChannel } from "./status";
import type { OwnContactDetails } from "./schemas";

/** One contact with a practice about one patient. */
export type ContactRecord = {
  at: Date;
  /** The time of day is known, not just the day. */
  timed: boolean;
  therapist: { name: string; seat: TriState; city: string };
  channel: ContactChannel;
  result:
    | { kind: "sent" }
    | { kind: "call"; result: CallResult }
    | { kind: "outcome"; outcome: ItemOutcome; laterOn: string | null }
    | { kind: "no_answer"; days: number }
    | { kind: "own"; ownChannel: OwnContactDetails["channel"]; result: OwnContactDetails["result"] };
  namedWaitWeeks: number | null;
  /** Of a contact that was entered by hand. */
  ownContactId: string | null;
};

type Item = Awaited<ReturnType<typeof askedItems>>[number];
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Every contact with a practice about this patient, oldest first: mails that a mail server took, reminders, calls,
 * answers, inquiries that nobody answered, and what the patient did alone. It is read from the mails, calls and answers
 * themselves, so no contact is without its record; names and seats are those at the time of asking.
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
    const until = item.outcomeAt ?? ctx.now;
    return [
      ...sent
        .filter((mail) => mail.inquiryId === inquiry.id && mail.sentAt! <= until)
        .map(({ template, sentAt }) => ({
          ...base,
          at: sentAt!,
          channel: template === "inquiry" ? ("mail" as const) : ("reminder" as const),
          result: { kind: "sent" as const },
        })),
      ...called
        .filter((call) => call.inquiryId === inquiry.id)
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
      ...endOf(item, base),
    ];
  };
  return [...items.flatMap(recordsOf), ...own].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Whether a practice was asked about this patient and may still answer; nobody waits for one that closed without. */
export async function hasPendingInquiry(ctx: Context, patientId: string): Promise<boolean> {
  requirePatientAccess(ctx, "patients.identity", patientId);
  return (await askedItems(ctx, patientId)).some(({ outcome }) => outcome === "pending");
}

/** What the practice answered, or that it did not. */
function endOf(
  item: Item,
  base: Pick<ContactRecord, "therapist" | "timed" | "namedWaitWeeks" | "ownContactId">,
): ContactRecord[] {
  const { outcome, outcomeAt, laterOn, inquiry } = item;
  if (!outcomeAt) return [];
  if (outcome === "no_answer") {
    const days = Math.floor((outcomeAt.getTime() - inquiry.sentAt!.getTime()) / dayMs);
    return [{ ...base, at: outcomeAt, channel: "expiry", result: { kind: "no_answer", days } }];
  }
  const answered = answerOutcomes.some((one) => one === outcome) || outcome === "no_show";
  if (!answered) return [];
  return [{ ...base, at: outcomeAt, channel: "answer", result: { kind: "outcome", outcome, laterOn } }];
}

function askedItems(ctx: Context, patientId: string) {
  return ctx.db
    .select({
      outcome: inquiryItems.outcome,
      outcomeAt: inquiryItems.outcomeAt,
      laterOn: inquiryItems.laterOn,
      inquiry: inquiries,
    })
    .from(inquiryItems)
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
