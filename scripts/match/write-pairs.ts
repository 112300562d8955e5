import { closeSync, openSync, writeSync } from "node:fs";
import { type PairScope, judgeAllPairs } from "@/lib/domain/matching/judge-pairs";
import type { Pair } from "@/lib/domain/matching/kernel";
import { pairVerdict, rulesIn } from "@/lib/domain/matching/rules";
import type { Snapshot } from "@/lib/domain/matching/snapshot";
import { UsageError } from "./read-arguments";

const linesPerWrite = 2000;

/** Writes one JSON line per pair in scope. A `UsageError` says when the file cannot be written. */
export function writePairs(file: string, snapshot: Snapshot, scope: PairScope): void {
  const output = open(file);
  const lines: string[] = [];
  const flush = () => writeSync(output, lines.splice(0).join(""));
  judgeAllPairs(snapshot, scope, (pair) => {
    lines.push(`${JSON.stringify(lineOf(snapshot, pair))}\n`);
    if (lines.length >= linesPerWrite) flush();
  });
  flush();
  closeSync(output);
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

function open(file: string): number {
  try {
    return openSync(file, "w");
  } catch (error) {
    throw new UsageError(
      `${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? "unknown error"}.`,
    );
  }
}
