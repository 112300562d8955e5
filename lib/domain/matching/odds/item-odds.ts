import { type AcceptanceOdds, type OddsPair, chanceToSuit } from "./acceptance-odds";
import type { ItemOdds, OddsRate, PairFactors } from "./kept-odds";
import { groupFactorOf, wayFactorOf } from "./pair-factors";
import { type TherapistOdds, chanceOfPlace } from "./therapist-odds";

/** Keeps the odds of a pair for whoever reviews it; null when there are no estimates. */
export function keepOdds(odds: AcceptanceOdds, therapistId: string, pair: OddsPair): ItemOdds | null {
  return odds.areEstimates ? keptOdds(odds.of(therapistId), odds, pair) : null;
}

/** The odds of a pair with what makes them up. */
export function keptOdds(therapist: TherapistOdds, factors: PairFactors, pair: OddsPair): ItemOdds {
  const { reply, room, suits } = therapist;
  const lastHeard = therapist.lastHeard[pair.places];
  const chance = chanceOfPlace(therapist) * chanceToSuit(factors, therapist, pair);
  // Told as far as they take effect: nobody is taken with more than certainty.
  const group = groupFactorOf(factors, pair.places);
  const way = Math.min(wayFactorOf(factors, pair.minutes), 1 / (suits.value * Math.min(1, group)));
  return {
    chance: rounded(chance),
    reply: roundedRate(reply),
    room: roundedRate(room),
    suits: roundedRate(suits),
    lastHeard: lastHeard && {
      ...lastHeard,
      ageDays: Math.floor(lastHeard.ageDays),
      factor: rounded(lastHeard.factor),
    },
    places: pair.places,
    way: rounded(way),
    group: rounded(Math.min(group, 1 / (suits.value * way))),
  };
}

function roundedRate({ value, usual, successes, trials }: OddsRate): OddsRate {
  return {
    value: rounded(value),
    usual: rounded(usual),
    successes: rounded(successes),
    trials: rounded(trials),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
