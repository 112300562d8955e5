import { type AcceptanceOdds, type OddsPair, chanceOfPlace, chanceToSuit } from "./acceptance-odds";
import type { ItemOdds, OddsRate } from "../schemas";

/** Keeps the odds of a pair for whoever reviews it; null when there are no estimates. */
export function keepOdds(odds: AcceptanceOdds, therapistId: string, pair: OddsPair): ItemOdds | null {
  if (!odds.areEstimates) return null;
  const therapist = odds.of(therapistId);
  const { reply, room, suits, lastHeard } = therapist;
  const suiting = chanceToSuit(odds, therapist, pair);
  const way = odds.wayFactor(pair.minutes);
  return {
    chance: rounded(chanceOfPlace(therapist) * suiting),
    reply: roundedRate(reply),
    room: roundedRate(room),
    suits: roundedRate(suits),
    lastHeard: lastHeard && {
      ...lastHeard,
      ageDays: Math.floor(lastHeard.ageDays),
      factor: rounded(lastHeard.factor),
    },
    way: rounded(way),
    group: rounded(suiting / (suits.value * way)),
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
