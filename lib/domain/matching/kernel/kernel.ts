import { estimateTravelMinutes } from "../../geo/travel-estimate";
import { type Answer, fail, pass, unsure } from "./answer";
import type { PatientColumns } from "./pack-patients";
import type { TherapistColumns } from "./pack-therapists";
import { type ExactMinutes, createPlaceJudge } from "./place-judge";
import { ruleBits } from "./rules";
import type { Snapshot } from "./snapshot";
import { rulesOfTraits } from "./traits";
import { isWithin, kmBetween } from "./travel-limits";
import { haveCommonSlot } from "./weekly-slots";

/** The judgement on one pair. One object serves all pairs of a judge, so read it before the next pair. */
export type Pair = {
  /** Indexes in the snapshot. */
  patient: number;
  therapist: number;
  /** Bit sets of rules. */
  failed: number;
  unknown: number;
  /** The best site, counted among the therapist's own; -1 for none. */
  location: number;
  /** Straight line and way to that site; NaN where a place is not known. Set by `measure`. */
  km: number;
  minutes: number;
};

export type JudgeOptions = {
  /** Bit set of rules that count as passed. */
  ignore?: number;
  /** Leave off as soon as one rule fails; `failed` and `unknown` then need not be complete. */
  stopAtFail?: boolean;
  exactMinutes?: ExactMinutes;
};

export type Judge = {
  readonly pair: Pair;
  /** Judges one pair into `pair`: every rule, from the packed columns, without allocating. */
  judge(patient: number, therapist: number): void;
  /** Adds km and minutes to the pair judged last. */
  measure(): void;
  /** Whether some site lies within `factor` times the patient's travel limit. */
  isWithin(patient: number, therapist: number, factor: number): boolean;
};

const noPair: Pair = {
  patient: -1,
  therapist: -1,
  failed: 0,
  unknown: 0,
  location: -1,
  km: NaN,
  minutes: NaN,
};

/** Makes the judge of a snapshot's pairs: the one place where the rules are decided. */
export function createJudge(snapshot: Snapshot, options: JudgeOptions = {}): Judge {
  const { patients: P, therapists: T } = snapshot;
  const heeded = ~(options.ignore ?? 0);
  const stopAtFail = options.stopAtFail ?? false;
  const place = createPlaceJudge(P, T, options.exactMinutes);
  const pair: Pair = { ...noPair };

  function judge(p: number, t: number): void {
    const traits = T.traits[t]!;
    let failed = P.ownFailed[p]! | rulesOfTraits(traits & P.failTraits[p]!);
    pair.patient = p;
    pair.therapist = t;
    pair.location = -1;
    pair.km = NaN;
    pair.minutes = NaN;
    pair.failed = failed & heeded;
    pair.unknown = 0;
    // Most pairs end here: the mailbox, the seat, the age or the gender.
    if (stopAtFail && pair.failed !== 0) return;
    let unknown = P.ownUnknown[p]! | rulesOfTraits(traits & P.unknownTraits[p]!);
    const method = judgeMethod(P, T, p, t);
    if (method === fail) failed |= ruleBits.method;
    else if (method === unsure) unknown |= ruleBits.method;
    if (!speakCommonLanguage(P, T, p, t)) failed |= ruleBits.language;
    if (!isWishedAge(P, T, p, t)) failed |= ruleBits["patient-age"];
    if (isExcluded(P, p, t)) failed |= ruleBits["not-excluded"];
    pair.failed = failed & heeded;
    pair.unknown = unknown & heeded;
    if (stopAtFail && pair.failed !== 0) return;
    const diagnosis = (unknown & ruleBits.diagnosis) === 0 ? judgeDiagnosis(P, T, p, t) : unsure;
    if (diagnosis === fail) failed |= ruleBits.diagnosis;
    else if (diagnosis === unsure) unknown |= ruleBits.diagnosis;
    if ((unknown & ruleBits.times) === 0 && !haveTimeInCommon(P, T, p, t)) failed |= ruleBits.times;
    place.choose(p, t);
    if (place.distance === fail) failed |= ruleBits.distance;
    else if (place.distance === unsure) unknown |= ruleBits.distance;
    if (place.access === fail) failed |= ruleBits.access;
    else if (place.access === unsure) unknown |= ruleBits.access;
    pair.failed = failed & heeded;
    pair.unknown = unknown & heeded;
    pair.location = place.site < 0 ? -1 : place.site - T.locations.start[t]!;
  }

  function measure(): void {
    const { patient, therapist, location } = pair;
    const site = T.locations.start[therapist]! + location;
    pair.km = location < 0 ? NaN : kmBetween(P, T, patient, site);
    const exact = location < 0 ? undefined : options.exactMinutes?.(patient, therapist, location);
    pair.minutes = exact ?? estimateTravelMinutes(P.records[patient]!.travel.mode, pair.km);
  }

  return { pair, judge, measure, isWithin: (p, t, factor) => isWithin(P, T, p, t, factor) };
}

function judgeMethod(P: PatientColumns, T: TherapistColumns, p: number, t: number): Answer {
  if (P.wantsMethod[p] === 0) return pass;
  const offers = T.offers[t]!;
  if (offers === 0) return unsure;
  const asChild = (offers & P.offersAsChild[p]!) !== 0;
  const asAdult = (offers & P.offersAsAdult[p]!) !== 0;
  if (asChild && asAdult) return pass;
  return asChild || asAdult ? unsure : fail;
}

function speakCommonLanguage(P: PatientColumns, T: TherapistColumns, p: number, t: number): boolean {
  if (P.germanWillDo[p] === 1) return true;
  const words = T.languageWords;
  for (let word = 0; word < words; word++) {
    if ((P.languages[p * words + word]! & T.languages[t * words + word]!) !== 0) return true;
  }
  return false;
}

function isWishedAge(P: PatientColumns, T: TherapistColumns, p: number, t: number): boolean {
  const age = P.age[p]!;
  return age < 0 || (age >= T.ageMin[t]! && age <= T.ageMax[t]!);
}

function isExcluded(P: PatientColumns, p: number, t: number): boolean {
  const { start, values } = P.excluded;
  for (let i = start[p]!; i < start[p + 1]!; i++) if (values[i] === t) return true;
  return false;
}

function judgeDiagnosis(P: PatientColumns, T: TherapistColumns, p: number, t: number): Answer {
  const list = T.diagnosisList[t]!;
  if (list < 0) return pass;
  const { start, values } = P.diagnoses;
  let covered = 0;
  let doubtful = 0;
  for (let i = start[p]!; i < start[p + 1]!; i++) {
    const word = list * P.coveredWords + (values[i]! >>> 5);
    const bit = 1 << (values[i]! & 31);
    if ((P.refused[word]! & bit) !== 0) return fail;
    covered |= P.covered[word]! & bit;
    doubtful |= P.mayBeRefused[word]! & bit;
  }
  if (covered === 0) return fail;
  return doubtful === 0 ? pass : unsure;
}

function haveTimeInCommon(P: PatientColumns, T: TherapistColumns, p: number, t: number): boolean {
  if ((P.hourParts[p]! & T.hourParts[t]!) === 0) return false;
  const a = P.hours.start;
  const b = T.hours.start;
  return haveCommonSlot(P.hours.values, a[p]!, a[p + 1]!, T.hours.values, b[t]!, b[t + 1]!);
}
