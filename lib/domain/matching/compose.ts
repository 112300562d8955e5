import {
  type PlacementKnowledge,
  type PlacementSettings,
  composeExpectedPlacements,
} from "./compose-expected-placements";
import { composeOldestFirstInSlices } from "./compose-oldest-first";
import type { PairTable } from "./pair-table";
import type { Proposal } from "./proposals";
import { defaultMatchingSettings } from "./records";
import { atOnce } from "./slices";
import type { Snapshot } from "./snapshot";

/** The ways of composing inquiries; docs/decisions/0006-composition.md compares them. */
export const compositionStrategies = ["oldest-first", "expected-placements"] as const;
export type CompositionStrategy = (typeof compositionStrategies)[number];

export const defaultPlacementSettings: PlacementSettings = {
  ...defaultMatchingSettings,
  contactBudget: null,
  minGain: 0.07,
  firstInquiryDays: 14,
  urgencyWeights: { acute: 4, urgent: 2, normal: 1 },
  waitingWeeks: 36,
};

/**
 * Composes inquiries by the given strategy, within the contact budget (of the oldest-first ones, those opened first
 * leave). Pauses every few milliseconds, yielding how far it is.
 */
export function* compose(
  strategy: CompositionStrategy,
  snapshot: Snapshot,
  pairs: PairTable,
  settings: PlacementSettings,
  knowledge: PlacementKnowledge,
): Generator<number, Proposal[]> {
  if (strategy === "expected-placements") {
    return yield* composeExpectedPlacements(snapshot, pairs, settings, knowledge);
  }
  const proposals = yield* composeOldestFirstInSlices(snapshot, pairs, settings);
  return settings.contactBudget === null ? proposals : proposals.slice(0, settings.contactBudget);
}

/** Composes in one go. */
export function composeAtOnce(...input: Parameters<typeof compose>): Proposal[] {
  return atOnce(compose(...input));
}
