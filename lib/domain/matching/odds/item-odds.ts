import { type AcceptanceOdds, type OddsPair, chanceToSuit } from "./acceptance-odds";
import type { ItemOdds, OddsRate, PairFactors } from "./kept-odds";
import { wayFactorOf } from "./pair-factors";
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
  const way = wayFactorOf(factors, pair.minutes);
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
    group: rounded(chance / (chanceOfPlace(therapist, pair.places) * suits.value * way)),
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
