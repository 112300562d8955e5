import type { PlaceKind } from "../../vocabulary";
import { atOnce, mapRows } from "../kernel/slices";
import { compareText } from "../kernel/turns";
import type { PairFactors, Prior, UsualOdds } from "./kept-odds";
import { learnHalfLife } from "./last-heard";
import { groupFactorOf, learnPairFactors, noPairFactors, wayFactorOf } from "./pair-factors";
import type { PastInquiry } from "./past-inquiries";
import { type Tally, fitPrior } from "./shrunken-rate";
import {
  type OddsTherapist,
  type TherapistOdds,
  assumedOdds,
  chanceOfPlace,
  defaultPriors,
  defaultRoom,
  oddsOfTherapist,
  placeRates,
  rateTherapist,
  replyGroup,
  roomGroup,
} from "./therapist-odds";
import { type TherapistRecord, emptyRecord, recordsByTherapist } from "./therapist-records";

/** What the odds may know of a pair: the way, and places of which kind come into question. Nothing about the person. */
export type OddsPair = { minutes: number | null; places: PlaceKind };

export type AcceptanceOdds = PairFactors & {
  /** False when they are the same for every pair, so that nothing can be read from them. */
  areEstimates: boolean;
  /** What is usual; null where it was not learned. */
  usual: UsualOdds | null;
  /** How many past inquiries they rest on. */
  experience: number;
  /** A therapist nothing is known of has the odds assumed by default. */
  of(therapistId: string): TherapistOdds;
  /** The chance that a patient asked for alone is accepted, on average over the therapists. */
  usualChance: number;
};

/**
 * Learns the odds that an inquiry is accepted from the service's own history: per therapist, shrunken towards what is
 * usual with others who are reached the same way, and towards fixed assumptions where there is no history yet. What
 * was heard last of a practice's places, by notice or answer, counts the more the fresher it is. Protected attributes
 * of patients are no input, so no estimate can rest on them. The order of the records does not matter. Pauses every
 * few milliseconds.
 */
export function* learnOddsInSlices(
  known: readonly OddsTherapist[],
  history: readonly PastInquiry[],
  at: Date,
): Generator<number, AcceptanceOdds> {
  // In a fixed order, since sums of fractions depend on it to the last digit, and ties on the last digit.
  const therapists = known.toSorted((a, b) => compareText(a.id, b.id));
  yield 0;
  const records = recordsByTherapist(history, at);
  const recordOf = (id: string) => records.get(id) ?? emptyRecord();
  yield 0;
  const usual = yield* learnUsual(therapists, records, history, at);
  const odds = new Map(
    yield* mapRows(therapists, (therapist): [string, TherapistOdds] => [
      therapist.id,
      oddsOfTherapist(therapist, recordOf(therapist.id), usual, at),
    ]),
  );
  yield 0;
  const chances = [...odds.values()].map((each) => chanceOfPlace(each) * each.suits.value);
  return {
    areEstimates: true,
    usual,
    experience: history.length,
    of: (id) => odds.get(id) ?? assumedOdds,
    usualChance: chances.length === 0 ? assumedChance : chances.reduce((a, b) => a + b) / chances.length,
    ways: usual.ways,
    groups: usual.groups,
  };
}

/** Learns the odds in one go. */
export function learnOdds(...input: Parameters<typeof learnOddsInSlices>): AcceptanceOdds {
  return atOnce(learnOddsInSlices(...input));
}

/** Odds that are the same for every pair, for whoever wants no estimates. */
export function equalOdds(): AcceptanceOdds {
  return {
    areEstimates: false,
    usual: null,
    experience: 0,
    of: () => assumedOdds,
    usualChance: assumedChance,
    ...noPairFactors,
  };
}

/** The chance that a practice with a place of any kind takes this patient, for whom it may be of the wrong kind. */
export function chanceToSuit(factors: PairFactors, therapist: TherapistOdds, pair: OddsPair): number {
  const { suits } = therapist;
  const liking = suits.value * wayFactorOf(factors, pair.minutes) * groupFactorOf(factors, pair.places);
  // Exactly 1 where the kind makes no difference, so that equal odds stay equal to the last digit.
  const ofThatKind = chanceOfPlace(therapist, pair.places) / chanceOfPlace(therapist);
  return Math.min(1, liking) * ofThatKind;
}

const assumedChance = chanceOfPlace(assumedOdds) * assumedOdds.suits.value;

function* learnUsual(
  therapists: readonly OddsTherapist[],
  records: ReadonlyMap<string, TherapistRecord>,
  history: readonly PastInquiry[],
  at: Date,
): Generator<number, UsualOdds> {
  const recordOf = (id: string) => records.get(id) ?? emptyRecord();
  const everyone = [...records.keys()].toSorted(compareText).map(recordOf);
  yield 0;
  const reply = priorsBy(
    therapists,
    replyGroup,
    (id) => recordOf(id).reply,
    () => defaultPriors.reply,
  );
  yield 0;
  const room = priorsBy(therapists, roomGroup, (id) => recordOf(id).room, defaultRoom);
  yield 0;
  const tallies = <T>(tallyOf: (record: TherapistRecord) => T) => everyone.map(tallyOf);
  const suits = fitPrior(
    tallies((record) => record.suits),
    defaultPriors.suits,
  );
  const more = fitPrior(
    tallies((record) => record.more),
    defaultPriors.more,
  );
  const rates = { reply, room, suits, more };
  yield 0;
  const heard = yield* mapRows(therapists, (therapist) => {
    const record = recordOf(therapist.id);
    return { answers: record.answers, places: placeRates(rateTherapist(therapist, record, rates)) };
  });
  const halfLifeDays = learnHalfLife(heard);
  yield 0;
  return { ...rates, halfLifeDays, ...learnPairFactors(history, suits.mean, at) };
}

/** Therapists of one group are the kind among whom a rate is usual. */
function priorsBy(
  therapists: readonly OddsTherapist[],
  groupOf: (therapist: OddsTherapist) => string,
  tallyOf: (id: string) => Tally,
  byDefault: (therapist: OddsTherapist) => Prior,
): Record<string, Prior> {
  const groups = Map.groupBy(therapists, groupOf);
  return Object.fromEntries(
    [...groups].map(([group, members]) => [
      group,
      fitPrior(
        members.map(({ id }) => tallyOf(id)),
        byDefault(members[0]!),
      ),
    ]),
  );
}
