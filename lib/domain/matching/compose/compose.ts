import { composeExpectedPlacements } from "./compose-expected-placements";
import { type PlacementKnowledge, type PlacementSettings, defaultMinGain } from "./placement-settings";
import type { CompositionStrategy } from "../../vocabulary";
import { composeOldestFirst } from "./compose-oldest-first";
import type { PairTable } from "../kernel/pair-table";
import type { ComposedInquiry } from "./composed-inquiries";
import { defaultMatchingSettings } from "../kernel/records";
import { atOnce } from "../kernel/slices";
import type { Snapshot } from "../kernel/snapshot";

export const defaultPlacementSettings: PlacementSettings = {
  ...defaultMatchingSettings,
  contactBudget: null,
  minGain: defaultMinGain,
  firstInquiryDays: 14,
  urgencyWeights: { acute: 4, urgent: 2, normal: 1 },
  waitingWeeks: 36,
};

/** Composes inquiries by the given strategy. Pauses every few milliseconds, yielding how many are composed so far. */
export function* compose(
  strategy: CompositionStrategy,
  snapshot: Snapshot,
  pairs: PairTable,
  settings: PlacementSettings,
  knowledge: PlacementKnowledge,
): Generator<number, ComposedInquiry[]> {
  if (strategy === "expected-placements") {
    return yield* composeExpectedPlacements(snapshot, pairs, settings, knowledge);
  }
  return yield* composeOldestFirst(snapshot, pairs, settings, knowledge);
}

/** Composes in one go. */
export function composeAtOnce(...input: Parameters<typeof compose>): ComposedInquiry[] {
  return atOnce(compose(...input));
}
