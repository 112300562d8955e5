import { judgePairs, type PairScope } from "./judge-pairs";
import { pairVerdict } from "./rules";
import { atOnce } from "./slices";
import type { Snapshot } from "./snapshot";

/** Pairs that may be proposed, as columns, patient by patient. */
export type PairTable = {
  length: number;
  patient: Int32Array;
  therapist: Int32Array;
  /** Bit set of the rules to check; 0 for a fit. */
  unknown: Uint16Array;
  /** The best site, counted among the therapist's own; -1 for none. */
  location: Int8Array;
  /** NaN where the way is not known, which only video allows. */
  km: Float64Array;
  minutes: Float64Array;
};

/** What a sweep counted: pairs proposed as fit or to check, and pairs kept out by an unknown answer alone. */
export type PairCounts = { fit: number; check: number; undetermined: number };

/**
 * Collects the pairs that may be proposed (fit or to check), pausing as `judgePairs` does and yielding the number of
 * patients done.
 */
export function* collectPairs(
  snapshot: Snapshot,
  scope: Pick<PairScope, "patients" | "exactMinutes"> = {},
): Generator<number, { table: PairTable; counts: PairCounts }> {
  const counts: PairCounts = { fit: 0, check: 0, undetermined: 0 };
  let table = emptyTable(1024);
  yield* judgePairs(snapshot, scope, (pair) => {
    const verdict = pairVerdict(pair.failed, pair.unknown);
    if (verdict === "out") {
      counts.undetermined++;
      return;
    }
    counts[verdict]++;
    if (table.length === table.patient.length) table = grown(table);
    const row = table.length++;
    table.patient[row] = pair.patient;
    table.therapist[row] = pair.therapist;
    table.unknown[row] = pair.unknown;
    table.location[row] = pair.location;
    table.km[row] = pair.km;
    table.minutes[row] = pair.minutes;
  });
  return { table, counts };
}

/** Collects the pairs that may be proposed in one go. */
export function collectAllPairs(snapshot: Snapshot): { table: PairTable; counts: PairCounts } {
  return atOnce(collectPairs(snapshot));
}

function emptyTable(capacity: number): PairTable {
  return {
    length: 0,
    patient: new Int32Array(capacity),
    therapist: new Int32Array(capacity),
    unknown: new Uint16Array(capacity),
    location: new Int8Array(capacity),
    km: new Float64Array(capacity),
    minutes: new Float64Array(capacity),
  };
}

function grown(table: PairTable): PairTable {
  const larger = emptyTable(table.patient.length * 2);
  larger.length = table.length;
  for (const column of ["patient", "therapist", "unknown", "location", "km", "minutes"] as const) {
    larger[column].set(table[column]);
  }
  return larger;
}
