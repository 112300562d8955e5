import fc from "fast-check";
import type { World } from "./matching-oracle";
import { matchingDay, therapistRecord } from "./matching-records";
import { type AcceptanceOdds, equalOdds } from "@/lib/domain/matching/odds/acceptance-odds";
import { composeAtOnce, defaultPlacementSettings } from "@/lib/domain/matching/compose/compose";
import type { PlacementKnowledge, PlacementSettings } from "@/lib/domain/matching/compose/placement-settings";
import { collectAllPairs } from "@/lib/domain/matching/kernel/pair-table";
import type { ComposedInquiry } from "@/lib/domain/matching/compose/composed-inquiries";
import { nothingHeard } from "@/lib/domain/matching/odds/last-heard";
import type { MatchingPatient, MatchingTherapist } from "@/lib/domain/matching/kernel/records";
import { takeSnapshot } from "@/lib/domain/matching/kernel/snapshot";

export type Given = Partial<World> & { patients: MatchingPatient[]; therapists: MatchingTherapist[] };

export const limits = fc.record({
  maxItemsPerInquiry: fc.integer({ min: 1, max: 6 }),
  maxParallelInquiries: fc.integer({ min: 1, max: 3 }),
  contactBudget: fc.constantFrom(null, null, 0, 1, 3),
  minGain: fc.constantFrom(0, 0.05, 0.3),
  firstInquiryDays: fc.constantFrom(0, 14, 300, 1000),
});

export function place(
  world: Given,
  settings: Partial<PlacementSettings> = {},
  knowledge: Partial<PlacementKnowledge> = {},
): ComposedInquiry[] {
  const snapshot = takeSnapshot({ exclusions: [], ...world }, world.at ?? matchingDay);
  return composeAtOnce(
    "expected-placements",
    snapshot,
    collectAllPairs(snapshot).table,
    { ...defaultPlacementSettings, minGain: 0, ...settings },
    { odds: equalOdds(), askedBefore: new Set(), ...knowledge },
  );
}

/** Odds by therapist: the chance of a place, of suiting, of more places. */
export function oddsOf(
  chances: Record<string, { place: number; suits?: number; more?: number }>,
): AcceptanceOdds {
  const rate = (value: number) => ({ value, usual: value, successes: 0, trials: 0 });
  return {
    ...equalOdds(),
    areEstimates: true,
    experience: 1000,
    of: (id) => {
      const { place, suits = 0.7, more = 0.3 } = chances[id]!;
      return {
        reply: rate(place),
        room: rate(1),
        lastHeard: nothingHeard,
        suits: rate(suits),
        more: rate(more),
      };
    },
  };
}

export function therapist(
  id: string,
  coordinates = { lat: 50.7753, lon: 6.0839 },
  changes: Partial<MatchingTherapist> = {},
): MatchingTherapist {
  const locations = [{ id: `site of ${id}`, coordinates, stepFree: "yes" as const }];
  const address = { mailbox: `mail:${id}@x.example`, email: `${id}@x.example` };
  return therapistRecord({ id, ...address, locations, ...changes });
}
