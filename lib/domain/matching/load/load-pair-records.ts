import type { Context } from "@/lib/core/context";
import { type MatchingRecords, loadMatchingRecords } from "./load-records";

/**
 * One therapist and these patients as the kernel sees them, for the review of the inquiry that they share: the open
 * inquiry under review does not count against the practice's mailbox. Patients whose search is over are missing.
 */
export async function loadPairRecords(
  ctx: Context,
  therapistId: string,
  patientIds: readonly string[],
): Promise<MatchingRecords> {
  const { therapists, ...others } = await loadMatchingRecords(ctx, { therapistId, patientIds });
  return {
    ...others,
    therapists: therapists.map((therapist) => ({ ...therapist, mailboxHasOpenInquiry: false })),
  };
}
