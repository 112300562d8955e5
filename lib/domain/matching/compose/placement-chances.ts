import type { PairTable } from "../kernel/pair-table";
import { mapRows } from "../kernel/slices";
import type { Snapshot } from "../kernel/snapshot";
import { type AcceptanceOdds, chanceOfPlace, chanceToSuit } from "../odds/acceptance-odds";
import { kmOrFar } from "./composed-inquiries";
import { contactRank } from "./contact-order";

/** So many chances are worked out between two pauses: a few milliseconds. */
const chancesPerSlice = 10_000;

/** The odds as columns: of a place and of more places by therapist, of suiting by row. */
export type Chances = { place: Float64Array; more: Float64Array; suits: Float64Array };

export function* createChances(
  { patients, therapists }: Snapshot,
  pairs: PairTable,
  odds: AcceptanceOdds,
): Generator<number, Chances> {
  const ofTherapist = yield* mapRows(therapists.records, ({ id }) => odds.of(id));
  const rank = yield* mapRows(therapists.records, contactRank);
  const offersGroup = yield* mapRows(therapists.records, ({ offers }) =>
    offers.some(({ setting }) => setting === "group"),
  );
  const suits = new Float64Array(pairs.length);
  for (let row = 0; row < pairs.length; row++) {
    const t = pairs.therapist[row]!;
    const minutes = Number.isNaN(pairs.minutes[row]!) ? null : pairs.minutes[row]!;
    const groupPossible = offersGroup[t]! && patients.records[pairs.patient[row]!]!.openToGroup;
    suits[row] =
      chanceToSuit(odds, ofTherapist[t]!, { minutes, groupPossible }) *
      preference(rank[t]!, pairs.unknown[row]!, pairs.km[row]!);
    if ((row + 1) % chancesPerSlice === 0) yield 0;
  }
  return {
    place: Float64Array.from(ofTherapist, chanceOfPlace),
    more: Float64Array.from(ofTherapist, ({ more }) => more.value),
    suits,
  };
}

/**
 * Shifts a chance by less than 0.002 %, so that among odds that are equal, or nearer than that, practices come by
 * contact order, then certain before "to check", then the nearer; a way that is not known is the farthest.
 */
function preference(rank: number, unknown: number, km: number): number {
  const far = Math.min(kmOrFar(km), 999);
  return 1 - 1e-9 * (2000 * rank + (unknown === 0 ? 0 : 1000) + far);
}
