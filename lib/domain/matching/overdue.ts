import type { MatchingPatient } from "./records";

export type FirstInquirySettings = {
  /** Who has waited for a first inquiry for longer than this comes before everyone else. */
  firstInquiryDays: number;
};

const dayMs = 86_400_000;

/**
 * By how many days, rounded up, a patient is overdue for a first inquiry; 0 for who was asked for before or is in an
 * open inquiry.
 */
export function overdueDays(
  { id, openInquiries, waitingSince }: Pick<MatchingPatient, "id" | "openInquiries" | "waitingSince">,
  at: Date,
  { firstInquiryDays }: FirstInquirySettings,
  askedBefore: ReadonlySet<string>,
): number {
  if (askedBefore.has(id) || openInquiries > 0) return 0;
  const waitedDays = (at.getTime() - Date.parse(waitingSince)) / dayMs;
  return Math.max(0, Math.ceil(waitedDays - firstInquiryDays));
}
