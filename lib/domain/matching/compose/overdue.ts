import { isoDayOf } from "@/lib/format";
import { addDays, germanInstant } from "../../german-time";
import type { Urgency } from "../../vocabulary";
import { isContactDay } from "../../outreach/contact-calendar";
import type { MatchingPatient } from "../kernel/records";

export type FirstInquirySettings = {
  /** Nobody waits longer than this for a first inquiry while there is a practice to ask. */
  firstInquiryDays: number;
};

const dayMs = 86_400_000;

/**
 * By when an inquiry leaves that this run leaves to the following one. Runs come every night; the proposals of a night
 * are reviewed and sent until the end of the next working day, or of that very day where it is one. Holidays that only
 * some federal states keep count as working days.
 */
export function followingRunSentBy(at: Date): Date {
  let day = addDays(isoDayOf(at), 1);
  while (!isContactDay(day, null)) day = addDays(day, 1);
  return germanInstant(addDays(day, 1), 0);
}

/**
 * By how many days, rounded up, a patient will have waited too long for a first inquiry at an instant, that by which
 * the following run's inquiries leave: who is asked for only when the bound has passed is asked for too late. 0 for who
 * was asked for before or is in an open inquiry.
 */
export function overdueDays(
  { id, openInquiries, waitingSince }: Pick<MatchingPatient, "id" | "openInquiries" | "waitingSince">,
  by: Date,
  { firstInquiryDays }: FirstInquirySettings,
  askedBefore: ReadonlySet<string>,
): number {
  if (askedBefore.has(id) || openInquiries > 0) return 0;
  const waitedDays = (by.getTime() - Date.parse(waitingSince)) / dayMs;
  return Math.max(0, Math.ceil(waitedDays - firstInquiryDays));
}

/** Longer than anybody waits; so the days of a whole inquiry never outweigh one day of a more urgent class. */
const mostDays = 10_000;
const classUnit: Readonly<Record<Urgency, number>> = { acute: 2 ** 32, urgent: 2 ** 16, normal: 1 };

/**
 * Overdue days as one number which adds up over the at most six patients of an inquiry and compares them as the
 * published order does: whose urgency class comes first counts before all days of later classes. Exact up to 27 years.
 */
export function overdueWeight(urgency: Urgency, days: number): number {
  return Math.min(days, mostDays) * classUnit[urgency];
}
