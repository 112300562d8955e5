import type { PlaceKind } from "../../vocabulary";
import type { PairFactors } from "./kept-odds";
import { type PastInquiry, daysBetween, suitedItem, weightOfAge } from "./past-inquiries";
import { type Tally, added, shrunkenRate } from "./shrunken-rate";

/** Ways are told apart in steps of so many minutes, the last without end. */
const bandMinutes = 15;
const lastBand = 3;
/** A way that is not known, which only video allows, is a kind of its own. */
const unknownWay = lastBand + 1;

export const noPairFactors: PairFactors = {
  ways: Array.from({ length: unknownWay + 1 }, () => 1),
  groups: [1, 1],
};

/** How much the way changes the chance to be taken; 1 is as usual. */
export function wayFactorOf({ ways }: PairFactors, minutes: number | null): number {
  return ways[bandOf(minutes)]!;
}

/** How much it changes the chance to be taken that a group would do, or would not; 1 is as usual. */
export function groupFactorOf({ groups }: PairFactors, places: PlaceKind): number {
  return groups[places === "individual" ? 0 : 1]!;
}

/** A factor is believed halfway after so many patients who were taken or not. */
const strength = 30;

/**
 * Learns over all therapists how the chance to be taken, `usual` on the whole, changes with the way and with a
 * possible group; 1 while nothing is known.
 */
export function learnPairFactors(history: readonly PastInquiry[], usual: number, at: Date): PairFactors {
  const none: Tally = { successes: 0, trials: 0 };
  const ways = noPairFactors.ways.map(() => none);
  const groups = noPairFactors.groups.map(() => none);
  for (const inquiry of history) {
    const weight = weightOfAge(daysBetween(inquiry.closedAt, at));
    for (const item of inquiry.items) {
      const suited = suitedItem(item);
      if (suited === null) continue;
      const once = { successes: suited ? weight : 0, trials: weight };
      const band = bandOf(item.minutes);
      ways[band] = added(ways[band]!, once);
      const group = Number(item.groupPossible);
      groups[group] = added(groups[group]!, once);
    }
  }
  const factorOf = (tally: Tally) => shrunkenRate(tally, { mean: usual, strength }) / usual;
  return { ways: ways.map(factorOf), groups: groups.map(factorOf) };
}

function bandOf(minutes: number | null): number {
  return minutes === null ? unknownWay : Math.min(lastBand, Math.floor(minutes / bandMinutes));
}
