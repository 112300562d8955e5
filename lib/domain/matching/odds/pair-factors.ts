import { type PastInquiry, daysBetween, lessonOf, suitedItem, weightOfAge } from "./past-inquiries";
import { type Tally, added, shrunkenRate } from "./shrunken-rate";

/** How much a way of so many minutes, or a possible group, changes the chance to be taken; 1 is as usual. */
export type PairFactors = {
  wayFactor(minutes: number | null): number;
  groupFactor(groupPossible: boolean): number;
};

export const noPairFactors: PairFactors = { wayFactor: () => 1, groupFactor: () => 1 };

/** A factor is believed halfway after so many patients who were taken or not. */
const strength = 30;

/**
 * Learns over all therapists how the chance to be taken, `usual` on the whole, changes with the way and with a
 * possible group; 1 while nothing is known.
 */
export function learnPairFactors(history: readonly PastInquiry[], usual: number, at: Date): PairFactors {
  const none: Tally = { successes: 0, trials: 0 };
  const ways = Array.from({ length: unknownWay + 1 }, () => none);
  const groups = [none, none];
  for (const inquiry of history) {
    if (lessonOf(inquiry).room !== true) continue;
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
  const wayFactors = ways.map(factorOf);
  const groupFactors = groups.map(factorOf);
  return {
    wayFactor: (minutes) => wayFactors[bandOf(minutes)]!,
    groupFactor: (groupPossible) => groupFactors[Number(groupPossible)]!,
  };
}

/** Ways are told apart in steps of so many minutes, the last without end. */
const bandMinutes = 15;
const lastBand = 3;
/** A way that is not known, which only video allows, is a kind of its own. */
const unknownWay = lastBand + 1;

function bandOf(minutes: number | null): number {
  return minutes === null ? unknownWay : Math.min(lastBand, Math.floor(minutes / bandMinutes));
}
