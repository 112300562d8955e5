import { matchingDay, patientRecord, therapistRecord } from "./matching-records";
import { noWishes } from "@/lib/domain/therapists/schemas";
import { type JudgeOptions, createJudge } from "@/lib/domain/matching/kernel/kernel";
import type {
  MatchingExclusion,
  MatchingPatient,
  MatchingTherapist,
} from "@/lib/domain/matching/kernel/records";
import { isUndetermined, pairVerdict } from "@/lib/domain/matching/kernel/rules";
import { takeSnapshot } from "@/lib/domain/matching/kernel/snapshot";

export const later = new Date(matchingDay.getTime() + 1);
export const site = { id: "far", coordinates: { lat: 52.52, lon: 13.405 }, stepFree: "yes" as const };
export const here = { lat: 50.7753, lon: 6.0839 };
export const wishing = (changes: Partial<MatchingTherapist["wishes"]>) => ({
  wishes: { ...noWishes, ...changes },
});

export function judged(
  patient: Partial<MatchingPatient>,
  therapist: Partial<MatchingTherapist>,
  options: JudgeOptions = {},
  exclusions: MatchingExclusion[] = [],
) {
  const records = {
    patients: [patientRecord(patient)],
    therapists: [therapistRecord(therapist)],
    exclusions,
  };
  const { pair, judge, measure } = createJudge(takeSnapshot(records, matchingDay), options);
  judge(0, 0);
  measure();
  return {
    ...pair,
    verdict: pairVerdict(pair.failed, pair.unknown),
    undetermined: isUndetermined(pair.failed, pair.unknown),
  };
}
