import { readFileSync } from "node:fs";
import { parseArztsuche } from "@/lib/domain/directory/arztsuche";
import { mergeSites } from "@/lib/domain/directory/merge-sites";
import { findPostcode } from "@/lib/domain/geo/postcodes";
import {
  exclusionsFromFile,
  patientFromFile,
  readPatientsFile,
  therapistFromFile,
} from "@/lib/domain/matching/load/from-files";
import type { SnapshotRecords } from "@/lib/domain/matching/kernel/snapshot";
import { UsageError } from "./read-arguments";

export type MatchFiles = {
  records: SnapshotRecords;
  refused: { therapists: number; patients: number };
};

/**
 * Reads directory captures and a patients file into matching records, places without coordinates at the middle of
 * their postcode. `warn` gets one line per refused record. A `UsageError` names a file that cannot be used at all.
 */
export function readMatchFiles(
  therapistFiles: readonly string[],
  patientsFile: string,
  at: Date,
  warn: (line: string) => void,
): MatchFiles {
  const captures = therapistFiles.map((file) => ({ file, ...parseArztsuche(readJson(file)) }));
  for (const { file, records, refused } of captures) {
    if (records.length === 0 && refused.length > 0)
      throw new UsageError(`${file} holds no therapists: ${refused[0]!.reason}`);
    for (const { sourceId, index, reason } of refused)
      warn(`${file}, record ${index + 1} (${sourceId ?? "no id"}): ${reason}`);
  }
  const listed = readPatientsFile(readJson(patientsFile));
  if (!listed) throw new UsageError(`${patientsFile} does not hold a list of patients.`);
  for (const { id, index, reason } of listed.refused)
    warn(`${patientsFile}, entry ${index + 1} (${id ?? "no id"}): ${reason}`);
  const people = mergeSites(captures.flatMap(({ records }) => records));
  return {
    records: {
      therapists: people.map((person) => therapistFromFile(person, findPostcode, at)),
      patients: listed.patients.map((patient) => patientFromFile(patient, findPostcode, at)),
      exclusions: exclusionsFromFile(listed.patients, people),
    },
    refused: {
      therapists: captures.reduce((sum, { refused }) => sum + refused.length, 0),
      patients: listed.refused.length,
    },
  };
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown error"}.`,
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UsageError(`${file} is not JSON.`);
  }
}
