import { weekdays } from "../../vocabulary";
import { judgeAllPairs } from "../kernel/judge-pairs";
import type { ExactMinutes } from "../kernel/place-judge";
import type { MatchingPatient } from "../kernel/records";
import { type RuleId, pairVerdict, ruleMask } from "../kernel/rules";
import { type Snapshot, withPatients } from "../kernel/snapshot";

/** What a patient could give up or open up. What is a need, such as step-free access, is no wish. */
export const wishIds = [
  "therapist-gender",
  "method",
  "language",
  "times",
  "distance",
  "group",
  "video",
  "reimbursement",
] as const;
export type WishId = (typeof wishIds)[number];

/** How many more therapists fit (or may be proposed to check) when this one wish is dropped. */
export type WishCost = { wish: WishId; more: number };

/** Without the wish for distance, the limit grows by this factor: nobody travels without end. */
const widerLimitFactor = 1.5;

/**
 * For one patient, given by the index in the snapshot: how many therapists fit now, and how many more without each
 * single wish that the patient has. `ignore` names rules that do not count, such as `search-open`; `exactMinutes` are
 * those of the snapshot.
 */
export function costOfWish(
  snapshot: Snapshot,
  patient: number,
  ignore: readonly RuleId[] = [],
  exactMinutes?: ExactMinutes,
): { now: number; wishes: WishCost[] } {
  const record = snapshot.patients.records[patient]!;
  const variants = wishIds.flatMap((wish) => {
    const changes = without[wish](record);
    return changes === null ? [] : [{ wish, changes }];
  });
  const [now = 0, ...counts] = countTherapists(
    snapshot,
    [{}, ...variants.map(({ changes }) => changes)].map((changes) => ({ ...record, ...changes })),
    ignore,
    exactMinutes && ((_variant, t, location) => exactMinutes(patient, t, location)),
  );
  return { now, wishes: variants.map(({ wish }, i) => ({ wish, more: counts[i]! - now })) };
}

/**
 * How many therapists may be proposed to each of these patients, as variants of a patient with changed wishes or
 * limits: "what if". `exactMinutes` counts them by their place in this list.
 */
export function countTherapists(
  snapshot: Snapshot,
  patients: readonly MatchingPatient[],
  ignore: readonly RuleId[] = [],
  exactMinutes?: ExactMinutes,
): number[] {
  const counts = patients.map(() => 0);
  const variants = withPatients(snapshot, patients);
  judgeAllPairs(variants, { ignore: ruleMask(ignore), measure: false, exactMinutes }, (pair) => {
    if (pairVerdict(pair.failed, pair.unknown) !== "out") counts[pair.patient]!++;
  });
  return counts;
}

/** The patient's record without one wish, or null when there is no such wish to drop. */
export function withoutWish(patient: MatchingPatient, wish: WishId): MatchingPatient | null {
  const changes = without[wish](patient);
  return changes && { ...patient, ...changes };
}

type Changes = Partial<MatchingPatient> | null;

const allWeek = Object.fromEntries(weekdays.map((day) => [day, [{ from: "00:00", to: "24:00" }]]));

/** The patient without one wish; null when there is no such wish to drop. */
const without: Record<WishId, (patient: MatchingPatient) => Changes> = {
  "therapist-gender": (patient) =>
    patient.wantedTherapistGender === "any" ? null : { wantedTherapistGender: "any" },
  method: (patient) => (patient.wantedMethods.length === 0 ? null : { wantedMethods: [] }),
  language: (patient) =>
    patient.languages.length === 0 || patient.languages.includes("de") ? null : { languages: [] },
  times: (patient) =>
    Object.values(patient.availability).flat().length === 0 ? null : { availability: allWeek },
  distance: ({ travel }) => ({
    travel: {
      ...travel,
      maxKm: travel.maxKm === null ? null : travel.maxKm * widerLimitFactor,
      maxMinutes: travel.maxMinutes === null ? null : travel.maxMinutes * widerLimitFactor,
    },
  }),
  group: (patient) => (patient.openToGroup ? null : { openToGroup: true }),
  video: (patient) => (patient.openToVideo ? null : { openToVideo: true }),
  reimbursement: (patient) =>
    patient.reimbursementRoute || (patient.payer !== "gkv" && patient.payer !== null)
      ? null
      : { reimbursementRoute: true },
};
