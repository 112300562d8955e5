import { type PairScope, judgeAllPairs, judgePairsOfTherapist } from "../kernel/judge-pairs";
import type { Pair } from "../kernel/kernel";
import type { ExactMinutes } from "../kernel/place-judge";
import {
  type PairVerdict,
  type RuleId,
  isUndetermined,
  pairVerdict,
  ruleMask,
  rulesIn,
} from "../kernel/rules";
import type { Snapshot } from "../kernel/snapshot";
import { compareText } from "../kernel/turns";

export type Candidate = {
  patientId: string;
  therapistId: string;
  verdict: PairVerdict;
  failed: RuleId[];
  /** For a candidate "to check" or undetermined: what would have to be found out. */
  unknown: RuleId[];
  km: number | null;
  minutes: number | null;
  location: number | null;
};

/** Each list by distance, the nearest first. */
export type Candidates = {
  fit: Candidate[];
  check: Candidate[];
  /** Kept out by unknown answers alone. */
  undetermined: Candidate[];
  /** Kept out by a failed rule; filled only where asked for. */
  out: Candidate[];
};

export type WhoFitsOptions = {
  /** How many times the travel limit to look; 1 by default. */
  reach?: number;
  /** Also list whom a rule keeps out. */
  withFailing?: boolean;
  /** Rules that do not count, such as `search-open` for a paused search. */
  ignore?: readonly RuleId[];
  exactMinutes?: ExactMinutes;
};

/** Every therapist in reach of one patient, given by the index in the snapshot, sorted by verdict and distance. */
export function whoFitsPatient(
  snapshot: Snapshot,
  patient: number,
  options: WhoFitsOptions = {},
): Candidates {
  const found = emptyCandidates();
  judgeAllPairs(snapshot, { ...scopeOf(options), patients: [patient] }, (pair) =>
    file(snapshot, pair, found),
  );
  return sorted(found);
}

/** Every patient in reach of one therapist, given by the index in the snapshot, sorted by verdict and distance. */
export function whoFitsTherapist(
  snapshot: Snapshot,
  therapist: number,
  options: WhoFitsOptions = {},
): Candidates {
  const found = emptyCandidates();
  judgePairsOfTherapist(snapshot, therapist, scopeOf(options), (pair) => file(snapshot, pair, found));
  return sorted(found);
}

function scopeOf({ reach, withFailing, ignore, exactMinutes }: WhoFitsOptions): PairScope {
  return { reach, unlocated: true, failing: withFailing, ignore: ruleMask(ignore ?? []), exactMinutes };
}

function emptyCandidates(): Candidates {
  return { fit: [], check: [], undetermined: [], out: [] };
}

function file(snapshot: Snapshot, pair: Readonly<Pair>, found: Candidates): void {
  const verdict = pairVerdict(pair.failed, pair.unknown);
  const list = verdict === "out" && isUndetermined(pair.failed, pair.unknown) ? "undetermined" : verdict;
  found[list].push({
    patientId: snapshot.patients.records[pair.patient]!.id,
    therapistId: snapshot.therapists.records[pair.therapist]!.id,
    verdict,
    failed: rulesIn(pair.failed),
    unknown: rulesIn(pair.unknown),
    km: Number.isNaN(pair.km) ? null : pair.km,
    minutes: Number.isFinite(pair.minutes) ? pair.minutes : null,
    location: pair.location < 0 ? null : pair.location,
  });
}

function sorted(found: Candidates): Candidates {
  for (const list of Object.values(found)) {
    list.sort(
      (a, b) =>
        (a.km ?? Infinity) - (b.km ?? Infinity) ||
        compareText(a.therapistId, b.therapistId) ||
        compareText(a.patientId, b.patientId),
    );
  }
  return found;
}
