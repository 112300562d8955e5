import { wishIds, withoutWish } from "./cost-of-wish";
import { type Judge, createJudge } from "../kernel/kernel";
import type { ExactMinutes } from "../kernel/place-judge";
import type { MatchingPatient } from "../kernel/records";
import { type Hindrance, limitBehind, widened } from "./hindrance";
import { type RuleId, pairVerdict, ruleMask, rulesIn } from "../kernel/rules";
import { type Snapshot, withPatients } from "../kernel/snapshot";
import type { Candidate } from "./who-fits";

export type NearMiss = {
  patientId: string;
  hindrance: Hindrance;
  /** What would still be to check. */
  unknown: RuleId[];
};

/** What therapists wish about patients. */
const practiceRules = ["patient-age", "patient-gender", "diagnosis"] as const satisfies RuleId[];

/** Nobody's wish or limit: where one of these fails, nothing that could be asked for helps. */
export const fixedRules: readonly RuleId[] = ["contactable", "search-open", "not-excluded", "age-licence"];

/** One wish can stand behind two rules, such as a method that is offered in groups only; hardly ever behind three. */
const mostFailed = 2;

/** So many pairs are looked at between two pauses: a few milliseconds. */
const pairsPerSlice = 16;

export type MissOptions = {
  /** Enough are found then. */
  most: number;
  exactMinutes?: ExactMinutes;
};

/**
 * Which of these pairs, kept out of the therapist's list (given by the index in the snapshot), a single wish or limit
 * keeps out, and which: the kernel judges each pair again without it. Pairs with one failed rule come first, then those
 * with two, each in the order given; with more nobody is a near miss. Pauses every few pairs, yielding how many are
 * found, and ends when there are enough: a city has thousands of pairs, and a page shows a dozen.
 */
export function* nearestMisses(
  snapshot: Snapshot,
  therapist: number,
  out: readonly Candidate[],
  { most, exactMinutes }: MissOptions,
): Generator<number, NearMiss[]> {
  const promising = out
    .filter(({ failed }) => failed.length <= mostFailed && !fixedRules.some((rule) => failed.includes(rule)))
    .toSorted((a, b) => a.failed.length - b.failed.length);
  const misses: NearMiss[] = [];
  for (let start = 0; start < promising.length && misses.length < most; start += pairsPerSlice) {
    if (start > 0) yield misses.length;
    const some = promising.slice(start, start + pairsPerSlice);
    misses.push(...missesAmong(snapshot, therapist, some, exactMinutes));
  }
  return misses.slice(0, most);
}

function missesAmong(
  snapshot: Snapshot,
  therapist: number,
  candidates: readonly Candidate[],
  exactMinutes: ExactMinutes | undefined,
): NearMiss[] {
  const attempts = candidates.flatMap((candidate) => attemptsOn(snapshot, candidate, exactMinutes));
  const variants = withPatients(
    snapshot,
    attempts.map(({ patient }) => patient),
  );
  const originals = attempts.map(({ patient }) => snapshot.patients.indexById.get(patient.id)!);
  const exactOf: ExactMinutes | undefined =
    exactMinutes && ((variant, t, location) => exactMinutes(originals[variant]!, t, location));
  const judges = new Map<number, Judge>();
  const misses = new Map<string, NearMiss>();
  attempts.forEach(({ candidate, hindrance }, variant) => {
    if (misses.has(candidate.patientId)) return;
    const ignore = hindrance.by === "practice" ? ruleMask([hindrance.rule]) : 0;
    const judge = judges.get(ignore) ?? createJudge(variants, { ignore, exactMinutes: exactOf });
    judges.set(ignore, judge);
    judge.judge(variant, therapist);
    const { pair } = judge;
    if (pairVerdict(pair.failed, pair.unknown) === "out") return;
    const { patientId } = candidate;
    misses.set(patientId, { patientId, hindrance, unknown: rulesIn(pair.unknown) });
  });
  return [...misses.values()];
}

type Attempt = { candidate: Candidate; patient: MatchingPatient; hindrance: Hindrance };

function attemptsOn(
  snapshot: Snapshot,
  candidate: Candidate,
  exactMinutes: ExactMinutes | undefined,
): Attempt[] {
  const { records, indexById } = snapshot.patients;
  const patient = records[indexById.get(candidate.patientId)!]!;
  const attempts: Attempt[] = [];
  const wider = limitBehind(snapshot, candidate, exactMinutes);
  if (wider)
    attempts.push({
      candidate,
      patient: { ...patient, travel: widened(patient.travel, wider) },
      hindrance: wider,
    });
  for (const wish of wishIds) {
    const changed = wish === "distance" ? null : withoutWish(patient, wish);
    if (changed && wish !== "distance")
      attempts.push({ candidate, patient: changed, hindrance: { by: "wish", wish } });
  }
  for (const rule of practiceRules)
    if (candidate.failed.includes(rule))
      attempts.push({ candidate, patient, hindrance: { by: "practice", rule } });
  return attempts;
}
