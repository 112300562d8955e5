import { type FilePatient, readPatientsFile } from "@/lib/domain/matching/load/from-files";
import { UsageError } from "../command-line/usage-error";
import { explainIssue } from "./explain-issue";
import { readNamedJson } from "./read-file";

/** The patients of a file, and one sentence for each entry that cannot be used. */
export type NamedPatients = { patients: FilePatient[]; refused: string[] };

const shown = (id: string) => id.replace(/\p{C}/gu, "?").slice(0, 40);

/** Reads a file of patients; a `UsageError` says why none of it can be used. */
export function readNamedPatients(file: string): NamedPatients {
  const json = readNamedJson(file);
  const listed = readPatientsFile(json);
  if (!listed) throw new UsageError(`${file} holds no list of patients.`);
  const refused = listed.refused.map(({ id, index, issue }) => {
    const entry = `${file}, entry ${index + 1}${id ? ` (${shown(id)})` : ""}`;
    const why = issue === "id-twice" ? "id is used twice" : explainIssue(issue, (json as unknown[])[index]);
    return `${entry}: ${why}.`;
  });
  if (listed.patients.length === 0 && refused[0]) throw new UsageError(refused[0]);
  return { patients: listed.patients, refused };
}
