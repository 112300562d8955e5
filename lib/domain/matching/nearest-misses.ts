import { type WishId, wishIds, withoutWish } from "./cost-of-wish";
import { type ExactMinutes, type Judge, createJudge } from "./kernel";
import type { MatchingPatient, TravelLimit } from "./records";
import { type RuleId, pairVerdict, ruleMask, rulesIn } from "./rules";
import { type Snapshot, withPatients } from "./snapshot";
import type { Candidate } from "./who-fits";

/** What would have to be otherwise: one wish or limit of the patient, or one wish of the therapist about patients. */
export type Hindrance =
  | { by: "limit"; limit: "minutes" | "km"; now: number; needed: number }
  | { by: "wish"; wish: Exclude<WishId, "distance"> }
  | { by: "practice"; rule: RuleId };

export type NearMiss = {
  patientId: string;
  hindrance: Hindrance;
  /** What would still be to check. */
  unknown: RuleId[];
  km: number | null;
  minutes: number | null;
};

/** What therapists wish about patients. */
const practiceRules = ["patient-age", "patient-gender", "diagnosis"] as const satisfies RuleId[];

/**
 * Which of these pairs, kept out of the therapist's list (given by the index in the snapshot), a single wish or limit
 * keeps out, and which: the kernel judges each pair again without it. In the order of the pairs.
 */
export function nearestMisses(
  snapshot: Snapshot,
  therapist: number,
  out: readonly Candidate[],
  exactMinutes?: ExactMinutes,
): NearMiss[] {
  const attempts = out.flatMap((candidate) => attemptsOn(snapshot, candidate));
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
    const { patientId, km, minutes } = candidate;
    misses.set(patientId, { patientId, hindrance, unknown: rulesIn(pair.unknown), km, minutes });
  });
  return [...misses.values()];
}

type Attempt = { candidate: Candidate; patient: MatchingPatient; hindrance: Hindrance };

function attemptsOn({ patients }: Snapshot, candidate: Candidate): Attempt[] {
  const patient = patients.records[patients.indexById.get(candidate.patientId)!]!;
  const attempts: Attempt[] = [];
  const wider = widerLimit(patient.travel, candidate);
  if (wider) attempts.push({ candidate, patient: { ...patient, travel: wider.travel }, hindrance: wider });
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

/** The travel limit with which the way would just do, where one limit alone is too short. */
function widerLimit(
  travel: TravelLimit,
  { km, minutes }: Candidate,
): (Extract<Hindrance, { by: "limit" }> & { travel: TravelLimit }) | null {
  const { maxKm, maxMinutes } = travel;
  const tooLong = minutes !== null && maxMinutes !== null && minutes > maxMinutes;
  const tooFar = km !== null && maxKm !== null && km > maxKm;
  if (tooLong === tooFar) return null;
  if (tooLong) {
    const needed = Math.ceil(minutes);
    return {
      by: "limit",
      limit: "minutes",
      now: maxMinutes,
      needed,
      travel: { ...travel, maxMinutes: needed },
    };
  }
  const needed = Math.ceil(km!);
  return { by: "limit", limit: "km", now: maxKm!, needed, travel: { ...travel, maxKm: needed } };
}
