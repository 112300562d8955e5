import { closeSync, openSync, realpathSync, writeSync } from "node:fs";
import { type PairScope, judgeAllPairs } from "@/lib/domain/matching/kernel/judge-pairs";
import type { Pair } from "@/lib/domain/matching/kernel/kernel";
import { pairVerdict, rulesIn } from "@/lib/domain/matching/kernel/rules";
import type { Snapshot } from "@/lib/domain/matching/kernel/snapshot";
import { UsageError } from "../command-line/usage-error";

const linesPerWrite = 2000;
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  EISDIR: "it is a folder",
  EACCES: "you may not write it",
  ENOSPC: "the disk is full",
};

/** Throws a `UsageError` when the pairs would be written over one of the files they are made from. */
export function refuseInput(file: string, inputs: readonly string[]): void {
  const real = realPathOf(file);
  if (real !== null && inputs.some((input) => realPathOf(input) === real))
    throw new UsageError(`${file} is read: name another file for the pairs.`);
}

/** Writes one JSON line per pair in scope. A `UsageError` says when the file cannot be written. */
export function writePairs(file: string, snapshot: Snapshot, scope: PairScope): void {
  const output = orRefuse(file, () => openSync(file, "w"));
  let text: string[] = [];
  const flush = () => {
    const bytes = Buffer.from(text.join(""));
    text = [];
    for (let done = 0; done < bytes.length;) done += orRefuse(file, () => writeSync(output, bytes, done));
  };
  judgeAllPairs(snapshot, scope, (pair) => {
    text.push(`${JSON.stringify(lineOf(snapshot, pair))}\n`);
    if (text.length >= linesPerWrite) flush();
  });
  flush();
  orRefuse(file, () => closeSync(output));
}

/** km to the metre and whole minutes, both rounded up, so that a pair beyond a limit never looks within it. */
function lineOf({ patients, therapists }: Snapshot, pair: Readonly<Pair>) {
  return {
    patient: patients.records[pair.patient]!.id,
    therapist: therapists.records[pair.therapist]!.id,
    verdict: pairVerdict(pair.failed, pair.unknown),
    failed: rulesIn(pair.failed),
    unknown: rulesIn(pair.unknown),
    km: Number.isNaN(pair.km) ? null : Math.ceil(pair.km * 1000) / 1000,
    minutes: Number.isNaN(pair.minutes) ? null : Math.ceil(pair.minutes),
    location: pair.location < 0 ? null : pair.location,
  };
}

function orRefuse<Result>(file: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new UsageError(`${file} cannot be written: ${reasons[code] ?? code}.`);
  }
}

/** Null for a file that does not exist yet. */
function realPathOf(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}
