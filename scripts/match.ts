/**
 * Matches the patients of a file with the therapists of directory captures, without a database:
 * `npm run match -- --therapists FILE... --patients FILE [--at ISO-DATE] [--pairs OUT.jsonl]`. The last line on
 * standard output is a summary as JSON; refused records are named on standard error.
 */
import { judgeAllPairs } from "@/lib/domain/matching/kernel/judge-pairs";
import { isUndetermined, pairVerdict } from "@/lib/domain/matching/kernel/rules";
import { type Snapshot, takeSnapshot } from "@/lib/domain/matching/kernel/snapshot";
import { optionsOf } from "./command-line/read-options";
import { tellProblem } from "./command-line/usage-error";
import { matchProgram } from "./match/program";
import { readMatchFiles } from "./match/read-files";
import { refuseInput, writePairs } from "./match/write-pairs";

/** Every pair within twice the patient's limit, by video, or with a way that is not known. */
const scope = { reach: 2, unlocated: true, failing: true };

try {
  match();
} catch (error) {
  tellProblem(error);
}

function match(): void {
  const given = optionsOf(matchProgram);
  const at = given.at ?? new Date();
  if (given.pairs) refuseInput(given.pairs, [...given.therapists, given.patients]);
  const { records, refused } = readMatchFiles(given.therapists, given.patients, at, console.error);
  const snapshot = takeSnapshot(records, at);
  const { kernelMs, ...counts } = countPairs(snapshot);
  if (given.pairs) writePairs(given.pairs, snapshot, scope);
  const summary = {
    therapists: { read: records.therapists.length, refused: refused.therapists },
    patients: { read: records.patients.length, refused: refused.patients },
    ...counts,
    kernelMs,
  };
  console.log(JSON.stringify(summary));
}

/** Judges all pairs once without writing, so that the time is the kernel's alone. */
function countPairs(snapshot: Snapshot) {
  const pairs = { fit: 0, check: 0, out: 0 };
  let undetermined = 0;
  const start = performance.now();
  judgeAllPairs(snapshot, { ...scope, measure: false }, ({ failed, unknown }) => {
    pairs[pairVerdict(failed, unknown)]++;
    if (isUndetermined(failed, unknown)) undetermined++;
  });
  return { pairs, undetermined, kernelMs: Math.round((performance.now() - start) * 10) / 10 };
}
