import { type CapacityNotice, hearLast, learnHalfLife } from "./last-heard";
import { type PairFactors, learnPairFactors, noPairFactors } from "./pair-factors";
import type { PastInquiry } from "./past-inquiries";
import { compareText } from "../kernel/turns";
import type { LastHeard, OddsRate } from "../schemas";
import { type Prior, type Tally, fitPrior, shrunkenRate } from "./shrunken-rate";
import { atOnce, mapRows } from "../kernel/slices";
import { type TherapistRecord, emptyRecord, recordsByTherapist } from "./therapist-records";

/** What the odds may know of a therapist: how the practice is reached and what it told us. */
export type OddsTherapist = {
  id: string;
  channel: "email" | "phone";
  informed: boolean;
  potentiallyAvailable: boolean;
  capacity: CapacityNotice | null;
};

/** What the odds may know of a pair: the way, and whether a group would do for both. Nothing about the person. */
export type OddsPair = { minutes: number | null; groupPossible: boolean };

export type TherapistOdds = {
  /** An inquiry is answered. */
  reply: OddsRate;
  /** Who answers has a place. */
  room: OddsRate;
  lastHeard: LastHeard | null;
  /** A patient proposed to a practice with a place is taken. */
  suits: OddsRate;
  /** After a taken patient there is one more place. */
  more: OddsRate;
};

export type AcceptanceOdds = PairFactors & {
  /** False when they are the same for every pair, so that nothing can be read from them. */
  areEstimates: boolean;
  /** How many past inquiries they rest on. */
  experience: number;
  /** A therapist nothing is known of has the odds assumed by default. */
  of(therapistId: string): TherapistOdds;
  /** The chance that a patient asked for alone is accepted, on average over the therapists. */
  usualChance: number;
};

const defaults = {
  reply: { mean: 0.6, strength: 4 },
  room: { mean: 0.2, strength: 4 },
  roomOfPotentiallyAvailable: { mean: 0.4, strength: 4 },
  suits: { mean: 0.7, strength: 8 },
  more: { mean: 0.3, strength: 4 },
} satisfies Record<string, Prior>;

/**
 * Learns the odds that an inquiry is accepted from the service's own history: per therapist, shrunken towards what is
 * usual with others who are reached the same way, and towards fixed assumptions where there is no history yet. What
 * was heard last of a practice's places, by notice or answer, counts the more the fresher it is. Protected attributes
 * of patients are no input, so no estimate can rest on them. The order of the records does not matter. Pauses every few milliseconds.
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
  const everyone = [...records.keys()].toSorted(compareText).map(recordOf);
  yield 0;
  const reply = priorsBy(
    therapists,
    replyGroup,
    (id) => recordOf(id).reply,
    () => defaults.reply,
  );
  yield 0;
  const room = priorsBy(therapists, roomGroup, (id) => recordOf(id).room, defaultRoom);
  yield 0;
  const priors: Priors = {
    reply,
    room,
    suits: fitPrior(
      everyone.map(({ suits }) => suits),
      defaults.suits,
    ),
    more: fitPrior(
      everyone.map(({ more }) => more),
      defaults.more,
    ),
  };
  yield 0;
  const odds = yield* oddsByTherapist(therapists, recordOf, priors, at);
  yield 0;
  const chances = [...odds.values()].map((each) => chanceOfPlace(each) * each.suits.value);
  return {
    areEstimates: true,
    experience: history.length,
    of: (id) => odds.get(id) ?? assumedOdds,
    usualChance: chances.length === 0 ? assumedChance : chances.reduce((a, b) => a + b) / chances.length,
    ...learnPairFactors(history, priors.suits.mean, at),
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
    experience: 0,
    of: () => assumedOdds,
    usualChance: assumedChance,
    ...noPairFactors,
  };
}

/** The chance that an inquiry to the therapist finds an answer and a place. */
export function chanceOfPlace({ reply, room, lastHeard }: TherapistOdds): number {
  return reply.value * room.value * (lastHeard?.factor ?? 1);
}

/** The chance that a practice with a place takes this patient. */
export function chanceToSuit(odds: AcceptanceOdds, { suits }: TherapistOdds, pair: OddsPair): number {
  return Math.min(1, suits.value * odds.wayFactor(pair.minutes) * odds.groupFactor(pair.groupPossible));
}

const assumedOdds: TherapistOdds = {
  reply: assumedRate(defaults.reply),
  room: assumedRate(defaults.room),
  lastHeard: null,
  suits: assumedRate(defaults.suits),
  more: assumedRate(defaults.more),
};
const assumedChance = chanceOfPlace(assumedOdds) * assumedOdds.suits.value;

function assumedRate({ mean }: Prior): OddsRate {
  return { value: mean, usual: mean, successes: 0, trials: 0 };
}

type Priors = { reply: Map<string, Prior>; room: Map<string, Prior>; suits: Prior; more: Prior };

function* oddsByTherapist(
  therapists: readonly OddsTherapist[],
  recordOf: (id: string) => TherapistRecord,
  priors: Priors,
  at: Date,
): Generator<number, Map<string, TherapistOdds>> {
  const rated = yield* mapRows(therapists, (therapist) => {
    const { answers, ...tallies } = recordOf(therapist.id);
    const reply = rateOf(tallies.reply, priors.reply.get(replyGroup(therapist))!);
    const room = rateOf(tallies.room, priors.room.get(roomGroup(therapist))!);
    const suits = rateOf(tallies.suits, priors.suits);
    const more = rateOf(tallies.more, priors.more);
    return { therapist, answers, reply, room, suits, more, places: { usual: room.value, more: more.value } };
  });
  const halfLifeDays = learnHalfLife(rated);
  yield 0;
  const odds = yield* mapRows(rated, ({ therapist, answers, places, ...rates }): [string, TherapistOdds] => {
    const lastHeard = hearLast(therapist.capacity, answers, places, halfLifeDays, at);
    return [therapist.id, { ...rates, lastHeard }];
  });
  return new Map(odds);
}

function replyGroup({ channel, informed }: OddsTherapist): string {
  return `${channel}, ${informed ? "informed" : "not informed"}`;
}

function roomGroup({ potentiallyAvailable }: OddsTherapist): string {
  return potentiallyAvailable ? "potentially available" : "others";
}

function defaultRoom({ potentiallyAvailable }: OddsTherapist): Prior {
  return potentiallyAvailable ? defaults.roomOfPotentiallyAvailable : defaults.room;
}

/** Therapists of one group are the kind among whom a rate is usual. */
function priorsBy(
  therapists: readonly OddsTherapist[],
  groupOf: (therapist: OddsTherapist) => string,
  tallyOf: (id: string) => Tally,
  byDefault: (therapist: OddsTherapist) => Prior,
): Map<string, Prior> {
  const groups = Map.groupBy(therapists, groupOf);
  return new Map(
    [...groups].map(([group, members]) => [
      group,
      fitPrior(
        members.map(({ id }) => tallyOf(id)),
        byDefault(members[0]!),
      ),
    ]),
  );
}

function rateOf(tally: Tally, prior: Prior): OddsRate {
  return { ...tally, value: shrunkenRate(tally, prior), usual: prior.mean };
}
