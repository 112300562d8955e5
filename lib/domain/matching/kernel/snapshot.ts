import { type PatientColumns, packPatients } from "./pack-patients";
import { type TherapistColumns, packTherapists } from "./pack-therapists";
import { atOnce } from "./slices";
import type { MatchingExclusion, MatchingPatient, MatchingTherapist } from "./records";

/** Everything that matching needs to know at one instant, packed for judging. Nothing in it changes afterwards. */
export type Snapshot = {
  at: Date;
  therapists: TherapistColumns;
  patients: PatientColumns;
  exclusions: readonly MatchingExclusion[];
};

export type SnapshotRecords = {
  therapists: readonly MatchingTherapist[];
  patients: readonly MatchingPatient[];
  exclusions: readonly MatchingExclusion[];
};

/**
 * Packs records for judging at the instant `at`; ages count on its German calendar day. Ids must be unique. Pauses
 * every few milliseconds, so that a process that packs a whole country goes on answering.
 */
export function* takeSnapshotInSlices(
  { therapists, patients, exclusions }: SnapshotRecords,
  at: Date,
): Generator<number, Snapshot> {
  const packed = yield* packTherapists(therapists, at);
  return {
    at,
    therapists: packed,
    exclusions,
    patients: yield* packPatients(patients, exclusions, packed, at),
  };
}

/** Packs records in one go. */
export function takeSnapshot(records: SnapshotRecords, at: Date): Snapshot {
  return atOnce(takeSnapshotInSlices(records, at));
}

/** The same therapists with other patients, such as one patient with changed wishes; reuses what is packed. */
export function withPatients(
  { at, therapists, exclusions }: Omit<Snapshot, "patients">,
  patients: readonly MatchingPatient[],
): Snapshot {
  return {
    at,
    therapists,
    exclusions,
    patients: atOnce(packPatients(patients, exclusions, therapists, at)),
  };
}
