import type { Urgency } from "../../vocabulary";
import type { ContactBudget, MatchingPatient, MatchingSettings } from "../kernel/records";
import type { AcceptanceOdds } from "../odds/acceptance-odds";
import type { FirstInquirySettings } from "./overdue";

export type PlacementSettings = MatchingSettings &
  ContactBudget &
  FirstInquirySettings & {
    /** Weighted placements that an inquiry must be expected to add; who is overdue is asked for all the same. */
    minGain: number;
    /** What a placement weighs by urgency, and the weeks of waiting by which the weight grows by as much again. */
    urgencyWeights: Readonly<Record<Urgency, number>>;
    waitingWeeks: number;
  };

/** Weighted placements that an inquiry must be expected to add by default; docs/simulation.md says why. */
export const defaultMinGain = 0.09;

/** With fewer past inquiries too little is known to tell practices apart or to leave one alone. */
export const enoughExperience = 200;

/** What the service knows beyond the snapshot. */
export type PlacementKnowledge = {
  odds: AcceptanceOdds;
  /** Patients for whom a practice has been asked before. */
  askedBefore: ReadonlySet<string>;
};

const dayMs = 86_400_000;

/** What placing the patient weighs: by urgency, growing with the time waited. */
export function placementWeight(
  { urgency, waitingSince }: Pick<MatchingPatient, "urgency" | "waitingSince">,
  at: Date,
  { urgencyWeights, waitingWeeks }: Pick<PlacementSettings, "urgencyWeights" | "waitingWeeks">,
): number {
  const waitedDays = Math.max(0, (at.getTime() - Date.parse(waitingSince)) / dayMs);
  return urgencyWeights[urgency] * (1 + waitedDays / 7 / waitingWeeks);
}
