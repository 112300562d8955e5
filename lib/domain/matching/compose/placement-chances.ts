import type { PairTable } from "../kernel/pair-table";
import { placesInQuestion } from "../kernel/place-kinds";
import { mapRows } from "../kernel/slices";
import type { Snapshot } from "../kernel/snapshot";
import { type AcceptanceOdds, chanceToSuit } from "../odds/acceptance-odds";
import { chanceOfPlace } from "../odds/therapist-odds";
import { kmOrFar } from "./composed-inquiries";
import { contactRanks } from "./contact-order";

/** So many chances are worked out between two pauses: a few milliseconds. */
const chancesPerSlice = 10_000;

/** The odds as columns: of a place and of more places by therapist, of suiting by row. */
export type Chances = {
  place: Float64Array;
  more: Float64Array;
  suits: Float64Array;
  /** The best contact rank that a therapist has with any patient. */
  rank: Uint8Array;
};

export function* createChances(
  { patients, therapists }: Snapshot,
  pairs: PairTable,
  odds: AcceptanceOdds,
): Generator<number, Chances> {
  const ofTherapist = yield* mapRows(therapists.records, ({ id }) => odds.of(id));
  const isOpen = Uint8Array.from(patients.records, ({ openToGroup }) => Number(openToGroup));
  const { rank, disfavour, least } = yield* createTieBreak(therapists.records, isOpen, pairs);
  const kinds = [
    yield* mapRows(therapists.records, (record) => placesInQuestion(record, false)),
    yield* mapRows(therapists.records, (record) => placesInQuestion(record, true)),
  ];
  const suits = new Float64Array(pairs.length);
  for (let row = 0; row < pairs.length; row++) {
    const p = pairs.patient[row]!;
    const t = pairs.therapist[row]!;
    const minutes = Number.isNaN(pairs.minutes[row]!) ? null : pairs.minutes[row]!;
    const places = kinds[isOpen[p]!]![t]!;
    suits[row] =
      chanceToSuit(odds, ofTherapist[t]!, { minutes, places }) * (1 - (disfavour[row]! - least[p]!));
    if ((row + 1) % chancesPerSlice === 0) yield 0;
  }
  return {
    place: Float64Array.from(ofTherapist, (each) => chanceOfPlace(each)),
    more: Float64Array.from(ofTherapist, ({ more }) => more.value),
    suits,
    rank,
  };
}

/**
 * What decides between equal odds: contact order, then certain before "to check", then the nearer. It chooses a practice
 * for a person, so what counts is how much more disfavour there is than with the best of the same person's practices
 * (`least`): nobody is put back behind others because of a need of which practices say little, such as step-free access.
 */
function* createTieBreak(
  therapists: Snapshot["therapists"]["records"],
  isOpen: Uint8Array,
  pairs: PairTable,
): Generator<number, { rank: Uint8Array; disfavour: Float64Array; least: Float64Array }> {
  const ranks = contactRanks(therapists);
  yield 0;
  const rank = new Uint8Array(therapists.length).fill(255);
  const least = new Float64Array(isOpen.length).fill(Infinity);
  const disfavour = new Float64Array(pairs.length);
  for (let row = 0; row < pairs.length; row++) {
    const p = pairs.patient[row]!;
    const t = pairs.therapist[row]!;
    const own = ranks[isOpen[p]!]![t]!;
    rank[t] = Math.min(rank[t]!, own);
    disfavour[row] = disfavourOf(own, pairs.unknown[row]!, pairs.km[row]!);
    least[p] = Math.min(least[p]!, disfavour[row]!);
    if ((row + 1) % chancesPerSlice === 0) yield 0;
  }
  return { rank, disfavour, least };
}

/** Less than 0.002 %, so it decides only among odds that are equal or nearer than that; an unknown way is the farthest. */
function disfavourOf(rank: number, unknown: number, km: number): number {
  const far = Math.min(kmOrFar(km), 999);
  return 1e-9 * (2000 * rank + (unknown === 0 ? 0 : 1000) + far);
}
