import { type PairFactors, learnPairFactors, noPairFactors } from "./pair-factors";
import { type PastInquiry, daysBetween, lessonOf, weightOfAge } from "./past-inquiries";
import { compareText } from "./proposals";
import { type Prior, type Tally, added, fitPrior, shrunkenRate } from "./shrunken-rate";

/** What the odds may know of a therapist: how the practice is reached and what it told us. */
export type OddsTherapist = {
  id: string;
  channel: "email" | "phone";
  informed: boolean;
  potentiallyAvailable: boolean;
  /** Places announced: how many, from which day, and the day of the notice ("YYYY-MM-DD"). */
  capacity: { individual: number; group: number; from: string; notedOn: string } | null;
};

/** What the odds may know of a pair: the way, and whether a group would do for both. Nothing about the person. */
export type OddsPair = { minutes: number | null; groupPossible: boolean };

/** One rate of one therapist: the estimate, the tally it rests on, and what is usual with others of the kind. */
export type OddsRate = Tally & { value: number; usual: number };

/** What was last heard of the practice's places and how much the odds of a place change by it. */
export type LastHeard = {
  source: "notice" | "answer";
  ageDays: number;
  places: number | null;
  factor: number;
};

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
  /** A therapist nothing is known of has the odds assumed by default. */
  of(therapistId: string): TherapistOdds;
  /** The chance that a patient asked for alone is accepted, on average over the therapists. */
  usualChance: number;
};

export type OddsFactor = {
  factor: "reply" | "room" | "last-heard" | "suits" | "way" | "group";
  value: number;
};

const defaults = {
  reply: { mean: 0.6, strength: 4 },
  room: { mean: 0.2, strength: 4 },
  roomOfPotentiallyAvailable: { mean: 0.4, strength: 4 },
  suits: { mean: 0.7, strength: 8 },
  more: { mean: 0.3, strength: 4 },
} satisfies Record<string, Prior>;

/** After so many days half of what was heard about places is outdated; a notice counts for eight weeks at most. */
const heardHalfLifeDays = 28;
const noticeDays = 56;
/** What is heard fresh is nearly believed. */
const chanceHeardOpen = 0.9;
const chanceHeardFull = 0.03;

/**
 * Learns the odds that an inquiry is accepted from the service's own history: per therapist, shrunken towards what is
 * usual with others who are reached the same way, and towards fixed assumptions where there is no history yet. What
 * was heard last of a practice's places, by notice or answer, counts the more the fresher it is. Protected attributes
 * of patients are no input, so no estimate can rest on them.
 */
export function learnOdds(
  known: readonly OddsTherapist[],
  history: readonly PastInquiry[],
  at: Date,
): AcceptanceOdds {
  // In a fixed order, since sums of fractions depend on it to the last digit, and ties on the last digit.
  const therapists = known.toSorted((a, b) => compareText(a.id, b.id));
  const records = recordsByTherapist(history, at);
  const recordOf = (id: string) => records.get(id) ?? noRecord;
  const replyPriors = priorsBy(
    therapists,
    replyGroup,
    (id) => recordOf(id).reply,
    () => defaults.reply,
  );
  const roomPriors = priorsBy(therapists, roomGroup, (id) => recordOf(id).room, defaultRoom);
  const everyone = [...records.keys()].toSorted(compareText).map(recordOf);
  const suitsPrior = fitPrior(
    everyone.map(({ suits }) => suits),
    defaults.suits,
  );
  const morePrior = fitPrior(
    everyone.map(({ more }) => more),
    defaults.more,
  );
  const odds = new Map<string, TherapistOdds>();
  for (const therapist of therapists) {
    const record = recordOf(therapist.id);
    const room = rateOf(record.room, roomPriors.get(roomGroup(therapist))!);
    const more = rateOf(record.more, morePrior);
    const lastHeard = hearLast(therapist, record, room.value, more.value, at);
    const reply = rateOf(record.reply, replyPriors.get(replyGroup(therapist))!);
    odds.set(therapist.id, { reply, room, lastHeard, suits: rateOf(record.suits, suitsPrior), more });
  }
  const chances = [...odds.values()].map((each) => chanceOfPlace(each) * each.suits.value);
  return {
    of: (id) => odds.get(id) ?? assumedOdds,
    usualChance: chances.length === 0 ? assumedChance : chances.reduce((a, b) => a + b) / chances.length,
    ...learnPairFactors(history, suitsPrior.mean, at),
  };
}

/** Odds that are the same for every pair, for whoever wants no estimates. */
export function equalOdds(): AcceptanceOdds {
  return { of: () => assumedOdds, usualChance: assumedChance, ...noPairFactors };
}

/** The chance that an inquiry to the therapist finds an answer and a place. */
export function chanceOfPlace({ reply, room, lastHeard }: TherapistOdds): number {
  return reply.value * room.value * (lastHeard?.factor ?? 1);
}

/** The chance that a practice with a place takes this patient. */
export function chanceToSuit(odds: AcceptanceOdds, { suits }: TherapistOdds, pair: OddsPair): number {
  return Math.min(1, suits.value * odds.wayFactor(pair.minutes) * odds.groupFactor(pair.groupPossible));
}

/** The chance that the patient is accepted when asked for alone, and the factors whose product it is. */
export function explainOdds(
  odds: AcceptanceOdds,
  therapistId: string,
  pair: OddsPair,
): { chance: number; factors: OddsFactor[]; therapist: TherapistOdds } {
  const therapist = odds.of(therapistId);
  const { reply, room, lastHeard, suits } = therapist;
  const suiting = chanceToSuit(odds, therapist, pair);
  const way = odds.wayFactor(pair.minutes);
  const factors: OddsFactor[] = [
    { factor: "reply", value: reply.value },
    { factor: "room", value: room.value },
    { factor: "last-heard", value: lastHeard?.factor ?? 1 },
    { factor: "suits", value: suits.value },
    { factor: "way", value: way },
    { factor: "group", value: suiting / (suits.value * way) },
  ];
  return { chance: chanceOfPlace(therapist) * suiting, factors, therapist };
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

type TherapistRecord = {
  reply: Tally;
  room: Tally;
  suits: Tally;
  more: Tally;
  /** The last answer that tells whether a place is left. */
  last: { at: Date; roomLeft: boolean } | null;
};

const nothing: Tally = { successes: 0, trials: 0 };
const noRecord: TherapistRecord = {
  reply: nothing,
  room: nothing,
  suits: nothing,
  more: nothing,
  last: null,
};

function recordsByTherapist(history: readonly PastInquiry[], at: Date): Map<string, TherapistRecord> {
  const records = new Map<string, TherapistRecord>();
  for (const inquiry of history) {
    const before = records.get(inquiry.therapistId) ?? noRecord;
    records.set(inquiry.therapistId, withLesson(before, inquiry, daysBetween(inquiry.closedAt, at)));
  }
  return records;
}

function withLesson(record: TherapistRecord, inquiry: PastInquiry, ageDays: number): TherapistRecord {
  const { answered, room, suits, more, roomLeft } = lessonOf(inquiry);
  const weight = weightOfAge(ageDays);
  const counted = (tally: Tally) => ({
    successes: tally.successes * weight,
    trials: tally.trials * weight,
  });
  const once = (answer: boolean | null) =>
    answer === null ? nothing : counted({ successes: answer ? 1 : 0, trials: 1 });
  const isLast = roomLeft !== null && (record.last === null || inquiry.closedAt >= record.last.at);
  return {
    reply: added(record.reply, once(answered)),
    room: added(record.room, once(room)),
    suits: added(record.suits, counted(suits)),
    more: added(record.more, counted(more)),
    last: isLast ? { at: inquiry.closedAt, roomLeft } : record.last,
  };
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

/**
 * The freshest word on a practice's places. Places come and go, so its effect fades: the chance of a place moves from
 * what was heard back to what is usual for the practice, by half every `heardHalfLifeDays`.
 */
function hearLast(
  { capacity }: OddsTherapist,
  { last }: TherapistRecord,
  usual: number,
  more: number,
  at: Date,
): LastHeard | null {
  const noticeAge = capacity ? daysBetween(new Date(capacity.notedOn), at) : Infinity;
  const answerAge = last ? daysBetween(last.at, at) : Infinity;
  const towards = (chance: number, ageDays: number) =>
    (usual + (chance - usual) * 0.5 ** (Math.max(0, ageDays) / heardHalfLifeDays)) / usual;
  // A notice bears a day, an answer an instant: of the same day, the notice was given with the answer.
  if (capacity && noticeAge <= noticeDays && noticeAge < answerAge + 1) {
    const places = new Date(capacity.from) <= at ? capacity.individual + capacity.group : 0;
    const factor = towards(places > 0 ? chanceHeardOpen : chanceHeardFull, noticeAge);
    return { source: "notice", ageDays: noticeAge, places, factor };
  }
  if (!last) return null;
  const factor = towards(last.roomLeft ? more : chanceHeardFull, answerAge);
  return { source: "answer", ageDays: answerAge, places: last.roomLeft ? null : 0, factor };
}
