import { type AcceptanceOdds, chanceToSuit } from "../odds/acceptance-odds";
import { chanceOfPlace } from "../odds/therapist-odds";
import { placesInQuestion } from "../kernel/place-kinds";
import { chanceStillOpen } from "./best-inquiry";
import { type FirstInquirySettings, followingRunSentBy, overdueDays } from "./overdue";
import type { ComposedInquiry } from "./composed-inquiries";
import type { Snapshot } from "../kernel/snapshot";

/** What a composition would come to. */
export type Effect = {
  inquiries: number;
  patients: number;
  /** Patients who will wait longer than the bound for a first inquiry, because they are in none of these. */
  overdue: number;
  /** How many of the patients these inquiries are expected to place. */
  expectedPlacements: number;
};

/** Says what composed inquiries would come to, by the given odds. */
export function effectOf(
  snapshot: Snapshot,
  proposals: readonly ComposedInquiry[],
  odds: AcceptanceOdds,
  settings: FirstInquirySettings,
  askedBefore: ReadonlySet<string>,
): Effect {
  const unplaced = new Map<string, number>();
  for (const { therapistId, items } of proposals) {
    const therapist = odds.of(therapistId);
    const record = snapshot.therapists.records[snapshot.therapists.indexById.get(therapistId)!]!;
    let open = chanceOfPlace(therapist);
    for (const { patientId, minutes } of items) {
      const { openToGroup } = snapshot.patients.records[snapshot.patients.indexById.get(patientId)!]!;
      const suits = chanceToSuit(odds, therapist, { minutes, places: placesInQuestion(record, openToGroup) });
      unplaced.set(patientId, (unplaced.get(patientId) ?? 1) * (1 - open * suits));
      open *= chanceStillOpen(suits, therapist.more.value);
    }
  }
  const by = followingRunSentBy(snapshot.at);
  const overdue = snapshot.patients.records.filter(
    (patient) =>
      patient.searchClosed === null &&
      !unplaced.has(patient.id) &&
      overdueDays(patient, by, settings, askedBefore) > 0,
  );
  const chances = [...unplaced.values()].map((chance) => 1 - chance);
  return {
    inquiries: proposals.length,
    patients: unplaced.size,
    overdue: overdue.length,
    expectedPlacements: chances.reduce((sum, chance) => sum + chance, 0),
  };
}
