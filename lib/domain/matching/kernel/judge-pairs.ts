import { type JudgeOptions, type Pair, createJudge } from "./kernel";
import type { ExactMinutes } from "./place-judge";
import { chordBounds, holdsExactly, squaredChordBetween } from "./travel-limits";
import { ruleBits } from "./rules";
import { atOnce } from "./slices";
import type { Snapshot } from "./snapshot";
import { visitRunsNear } from "./spatial-grid";
import { greatestReachFactor } from "../../geo/travel-estimate";
import { limitKm } from "./pack-patients";

/** Which pairs to judge. Left out: those within the travel limit (or by video) of which no rule fails. */
export type PairScope = {
  /** Indexes of patients; all by default. */
  patients?: ArrayLike<number>;
  /** How many times the travel limit a therapist may be away; 1 by default. */
  reach?: number;
  /** Also pairs of which the way is not known. */
  unlocated?: boolean;
  /** Also pairs of which a rule fails. */
  failing?: boolean;
  /** Bit set of rules that count as passed; the way cannot be one of them, it chooses the pairs. */
  ignore?: number;
  /** Decides the way where it knows it; also finds who is within the limit though beyond it by the estimate. */
  exactMinutes?: ExactMinutes;
  /** Fill in km and minutes, true by default; who only counts saves a third of the time without. */
  measure?: boolean;
};

/** Receives each judged pair; the object is the same every time. */
export type PairVisitor = (pair: Readonly<Pair>) => void;

/** So many pairs are judged between two pauses: a few milliseconds of work, exact minutes being looked up one by one. */
const pairsPerSlice = { estimated: 20_000, exact: 5_000 };

/**
 * Judges the pairs in scope patient by patient and pauses every few milliseconds, yielding the number of patients
 * done; cost follows the number of near pairs. Within a patient the order of therapists is arbitrary but fixed.
 */
export function* judgePairs(
  snapshot: Snapshot,
  scope: PairScope,
  visit: PairVisitor,
): Generator<number, void> {
  const { records } = snapshot.patients;
  const patients = scope.patients ?? [...records.keys()];
  const sweep = createSweep(snapshot, scope, visit);
  const perSlice = scope.exactMinutes ? pairsPerSlice.exact : pairsPerSlice.estimated;
  let judgedBefore = 0;
  for (let done = 0; done < patients.length; done++) {
    sweep.judgePatient(patients[done]!);
    if (sweep.judged() - judgedBefore < perSlice) continue;
    judgedBefore = sweep.judged();
    yield done + 1;
  }
  yield patients.length;
}

/** Judges the pairs in scope in one go. */
export function judgeAllPairs(snapshot: Snapshot, scope: PairScope, visit: PairVisitor): void {
  atOnce(judgePairs(snapshot, scope, visit));
}

/** Judges one therapist with every patient in scope. */
export function judgePairsOfTherapist(
  snapshot: Snapshot,
  therapist: number,
  scope: PairScope,
  visit: PairVisitor,
): void {
  const { judge, measure, pair, isWithin } = createJudge(snapshot, judgeOptions(scope));
  const patients = scope.patients ?? [...snapshot.patients.records.keys()];
  for (let i = 0; i < patients.length; i++) {
    const p = patients[i]!;
    judge(p, therapist);
    const near =
      isWithin(p, therapist, scope.reach ?? 1) ||
      isByVideo(snapshot, p, therapist) ||
      (scope.exactMinutes && ((pair.failed | pair.unknown) & ruleBits.distance) === 0);
    if (!near && !(scope.unlocated && (pair.unknown & ruleBits.distance) !== 0)) continue;
    if (pair.failed !== 0 && !scope.failing) continue;
    if (scope.measure !== false) measure();
    visit(pair);
  }
}

function judgeOptions(scope: PairScope): JudgeOptions {
  const ignore = (scope.ignore ?? 0) & ~ruleBits.distance;
  return { ignore, stopAtFail: !scope.failing, exactMinutes: scope.exactMinutes };
}

function isByVideo({ patients, therapists }: Snapshot, p: number, t: number): boolean {
  return patients.openToVideo[p] === 1 && therapists.video[t] === 1;
}

/** Finds each patient's therapists through the grid, every one of them once, and judges them. */
function createSweep(snapshot: Snapshot, scope: PairScope, visit: PairVisitor) {
  const { patients: P, therapists: T } = snapshot;
  const judge = createJudge(snapshot, judgeOptions(scope));
  const reach = scope.reach ?? 1;
  const everyone = Int32Array.from(T.records.keys());
  const seenIn = new Int32Array(T.records.length).fill(-1);
  let turn = -1;
  let judged = 0;

  function judgePatient(p: number): void {
    turn++;
    if (!scope.failing && (P.ownFailed[p]! & ~(scope.ignore ?? 0)) !== 0) return;
    const located = !Number.isNaN(P.lat[p]!);
    if (located && P.hasLimit[p] === 1) judgeNear(p);
    if (P.openToVideo[p] === 1) judgeEach(p, T.withVideo);
    if (scope.unlocated)
      judgeEach(p, located && P.hasLimit[p] === 1 ? T.unlocated : everyone, ruleBits.distance);
  }

  function judgeNear(p: number): void {
    const { travel } = P.records[p]!;
    const farthest = scope.exactMinutes ? Math.max(reach, greatestReachFactor(travel.mode)) : reach;
    const { low, high } = chordBounds(P, p, farthest);
    const km = limitKm(travel, farthest);
    const { order } = T.grid;
    const { therapist } = T.locations;
    visitRunsNear(T.grid, P.lat[p]!, P.lon[p]!, km, (first, last) => {
      for (let i = first; i < last; i++) {
        const site = order[i]!;
        const chord = squaredChordBetween(P, T, p, site);
        if (chord > low && !(chord <= high && holdsExactly(P, T, p, site, farthest))) continue;
        const t = therapist[site]!;
        if (seenIn[t] !== turn) judgeOne(p, t, 0, farthest > reach);
      }
    });
  }

  /** With `onlyUnknown`, visits only the pairs whose answer to that rule is unknown. */
  function judgeEach(p: number, therapists: Int32Array, onlyUnknown = 0): void {
    for (let i = 0; i < therapists.length; i++) {
      const t = therapists[i]!;
      if (seenIn[t] !== turn) judgeOne(p, t, onlyUnknown);
    }
  }

  /** With `mayBeBeyond`, the pair may be so far away that only exact minutes can bring it into scope. */
  function judgeOne(p: number, t: number, onlyUnknown = 0, mayBeBeyond = false): void {
    seenIn[t] = turn;
    judged++;
    judge.judge(p, t);
    const { pair } = judge;
    if (pair.failed !== 0 && !scope.failing) return;
    if (mayBeBeyond && (pair.failed & ruleBits.distance) !== 0 && !judge.isWithin(p, t, reach)) return;
    if (onlyUnknown !== 0 && (pair.unknown & onlyUnknown) === 0) return;
    if (scope.measure !== false) judge.measure();
    visit(pair);
  }

  return { judgePatient, judged: () => judged };
}
