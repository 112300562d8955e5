import { parseArztsuche } from "@/lib/domain/directory/arztsuche";
import { mergeSites } from "@/lib/domain/directory/merge-sites";
import { findPostcode } from "@/lib/domain/geo/postcodes";
import type { SnapshotRecords } from "@/lib/domain/matching/kernel/snapshot";
import {
  exclusionsFromFile,
  patientFromFile,
  therapistFromFile,
} from "@/lib/domain/matching/load/from-files";
import { UsageError } from "../command-line/usage-error";
import { readNamedJson } from "../files/read-file";
import { readNamedPatients } from "../files/read-patients";

export type MatchFiles = {
  records: SnapshotRecords;
  refused: { therapists: number; patients: number };
};

/**
 * Reads directory captures and a patients file into matching records, places without coordinates at the middle of
 * their postcode. `warn` gets one line per record that cannot be used, or not located. A `UsageError` names a file that cannot be
 * used at all.
 */
export function readMatchFiles(
  therapistFiles: readonly string[],
  patientsFile: string,
  at: Date,
  warn: (line: string) => void,
): MatchFiles {
  const captures = therapistFiles.map((file) => ({ file, ...parseArztsuche(readNamedJson(file)) }));
  for (const { file, records, refused } of captures) {
    if (records.length === 0 && refused.length > 0)
      throw new UsageError(`${file} holds no therapists: ${refused[0]!.reason}`);
    for (const { sourceId, index, reason } of refused)
      warn(`${file}, record ${index + 1}${sourceId === null ? "" : ` (${sourceId})`}: ${reason}`);
  }
  const listed = readNamedPatients(patientsFile);
  for (const sentence of listed.refused) warn(sentence);
  const people = mergeSites(captures.flatMap(({ records }) => records));
  const patients = listed.patients.map((patient) => patientFromFile(patient, findPostcode, at));
  for (const { id, coordinates } of patients)
    if (coordinates === null)
      warn(`${patientsFile}, patient ${id}: address.postalCode is not known, so no way is.`);
  return {
    records: {
      therapists: people.map((person) => therapistFromFile(person, findPostcode, at)),
      patients,
      exclusions: exclusionsFromFile(listed.patients, people),
    },
    refused: {
      therapists: captures.reduce((sum, { refused }) => sum + refused.length, 0),
      patients: listed.refused.length,
    },
  };
}
