import { firstInOrder } from "../kernel/first-in-order";
import { type PairScope, judgePairs } from "../kernel/judge-pairs";
import type { Pair } from "../kernel/kernel";
import {
  type FactKind,
  type MissingFact,
  kindOf,
  missableFacts,
  missingFacts,
  patientLacks,
  therapistLacks,
} from "./missing-facts";
import { compareText } from "../kernel/turns";
import { isUndetermined, rulesIn, undeterminedRules } from "../kernel/rules";
import { mapRows } from "../kernel/slices";
import type { Snapshot } from "../kernel/snapshot";

/** What a fact that one record lacks holds up. */
export type FactOfRecord = {
  id: string;
  /** Pairs of which nothing else is open; null for a record for which nobody can be found without the fact. */
  pairs: number | null;
  /** Pairs of which another fact is open too. */
  withOthers: number;
};

/** One fact over all records that lack it and hold something up by that. */
export type FactCount = {
  kind: FactKind;
  records: number;
  /** Pairs of all records, and how many people or practices on the other side are in them; null as above. */
  pairs: number | null;
  others: number | null;
  /** The most valuable records first. */
  most: FactOfRecord[];
};

/** So many records are kept by fact: more than anybody asks in a week. */
const keptRecords = 200;

/**
 * Counts what each missing fact holds up, over all pairs within the travel limit of which no rule fails: pairs that it
 * keeps out, or, for a fact that a person may look up, pairs that are to check for want of it. Without a place or a
 * limit nobody can be found at all; such records are told without judging their pairs, which would be all there are.
 * Pauses every few milliseconds, yielding the number of patients done.
 */
export function* countMissingFacts(
  snapshot: Snapshot,
  exactMinutes?: PairScope["exactMinutes"],
): Generator<number, FactCount[]> {
  const tallies = new Map(missableFacts.map((fact) => [kindOf(fact), createTally(snapshot, fact)]));
  yield 0;
  const factsOf = yield* createFactsOf(snapshot);
  yield* judgePairs(snapshot, { measure: false, exactMinutes }, (pair) => {
    if (pair.unknown === 0) return;
    const facts = factsOf(pair);
    for (const fact of facts) tallies.get(kindOf(fact))!.add(pair, facts.length === 1);
  });
  const counts: FactCount[] = [];
  for (const tally of tallies.values()) {
    counts.push(yield* tally.count());
    yield snapshot.patients.records.length;
  }
  return counts.filter(({ records }) => records > 0);
}

/** What keeps a pair out, else what is to check about it. Equal cases are looked up once, to judge millions of pairs. */
function* createFactsOf({ patients, therapists }: Snapshot) {
  const bits = (lacks: (fact: MissingFact) => boolean) =>
    missableFacts.reduce((set, fact, i) => set | (lacks(fact) ? 1 << i : 0), 0);
  const ofPatient = yield* mapRows(patients.records, (record) => bits((fact) => patientLacks(record, fact)));
  const ofTherapist = yield* mapRows(therapists.records, (record) =>
    bits((fact) => therapistLacks(record, fact)),
  );
  // By the unknown rules, then by what the two records lack: all that `missingFacts` depends on.
  const known = new Map<number, Map<number, MissingFact[]>>();
  return ({ patient, therapist, failed, unknown }: Readonly<Pair>): MissingFact[] => {
    const rules = isUndetermined(failed, unknown) ? undeterminedRules(unknown) : unknown;
    const lacks = ofPatient[patient]! | ofTherapist[therapist]!;
    let byLack = known.get(rules);
    if (!byLack) known.set(rules, (byLack = new Map()));
    let facts = byLack.get(lacks);
    if (!facts) {
      facts = missingFacts(patients.records[patient]!, therapists.records[therapist]!, rulesIn(rules));
      byLack.set(lacks, facts);
    }
    return facts;
  };
}

/** Counts the pairs that one fact holds up, by record. */
function createTally(snapshot: Snapshot, fact: MissingFact) {
  const own: readonly { id: string }[] = snapshot[`${fact.of}s`].records;
  const isOther = new Uint8Array(snapshot[fact.of === "patient" ? "therapists" : "patients"].records.length);
  const pairs = new Int32Array(own.length);
  const withOthers = new Int32Array(own.length);
  const isLost = lostWithout(snapshot, fact);

  function add({ patient, therapist }: Readonly<Pair>, isAlone: boolean): void {
    const [record, other] = fact.of === "patient" ? [patient, therapist] : [therapist, patient];
    if (!isAlone) {
      withOthers[record]!++;
      return;
    }
    pairs[record]!++;
    isOther[other] = 1;
  }

  function* count(): Generator<number, FactCount> {
    const all = yield* mapRows(own, ({ id }, i): FactOfRecord | null => {
      const lost = isLost?.(i) === true;
      if (!lost && pairs[i] === 0 && withOthers[i] === 0) return null;
      return { id, pairs: lost ? null : pairs[i]!, withOthers: withOthers[i]! };
    });
    const found = all.filter((record) => record !== null);
    yield 0;
    const most = firstInOrder(found, keptRecords, byValue);
    yield 0;
    const sum = (column: Int32Array | Uint8Array) => {
      let total = 0;
      for (const value of column) total += value;
      return total;
    };
    return {
      kind: kindOf(fact),
      records: found.length,
      pairs: isLost ? null : sum(pairs),
      others: isLost ? null : sum(isOther),
      most,
    };
  }

  return { add, count };
}

/** Whether nobody can be found for a record for want of this fact; undefined for a fact that only keeps pairs out. */
function lostWithout({ patients, therapists }: Snapshot, fact: MissingFact) {
  if (fact.of === "patient" && (fact.fact === "place" || fact.fact === "limit"))
    return (p: number) =>
      patients.records[p]!.searchClosed === null && patientLacks(patients.records[p]!, fact);
  if (fact.of === "therapist" && fact.fact === "place")
    return (t: number) => {
      const { locations, objected } = therapists.records[t]!;
      return !objected && locations.every((site) => site.coordinates === null);
    };
  return undefined;
}

function byValue(a: FactOfRecord, b: FactOfRecord): number {
  const value = ({ pairs }: FactOfRecord) => pairs ?? Infinity;
  return (
    (value(a) === value(b) ? 0 : value(b) - value(a)) ||
    b.withOthers - a.withOthers ||
    compareText(a.id, b.id)
  );
}
