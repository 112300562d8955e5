import type { Locale } from "@/lib/i18n/locale";
import { type ExplainedRule, explainPair } from "./explain-pair";
import type { ExactMinutes } from "../kernel/place-judge";
import { type MissingFact, missingFacts } from "./missing-facts";
import { type RuleId, isUndetermined, ruleMask } from "../kernel/rules";
import type { Snapshot } from "../kernel/snapshot";
import { type WiderLimit, limitBehind } from "./hindrance";
import { fixedRules } from "./nearest-misses";
import type { Candidate, Candidates } from "./who-fits";

/**
 * The lists in which staff reads who fits: certain, to check, kept out by unknown answers alone, kept out by a single
 * rule, and fitting but not to be asked just now.
 */
export const fitLists = ["fit", "check", "undetermined", "misses", "resting"] as const;
export type FitList = (typeof fitLists)[number];

/** One pair in a list, with what speaks against it or is unknown, and what would resolve that. */
export type Fit = {
  patientId: string;
  therapistId: string;
  km: number | null;
  minutes: number | null;
  /** The minutes come from a router, not from the estimate. */
  isExact: boolean;
  /** Every rule that does not pass. */
  open: ExplainedRule[];
  missing: MissingFact[];
  /** The limit that keeps the pair out, where it is nothing else. */
  hindrance: WiderLimit | null;
};

export type FitsByList<Entry = Fit> = Record<FitList, { total: number; entries: Entry[] }>;

/** Sorts candidates into the lists, in the order in which they come, and explains the first `shown` of each. */
export function listFits(
  snapshot: Snapshot,
  candidates: Candidates,
  locale: Locale,
  shown: (list: FitList) => number,
  exactMinutes?: ExactMinutes,
): FitsByList {
  const { fit, check, undetermined, out } = candidates;
  const single = out.filter(({ failed, unknown }) => failed.length === 1 && mayBeProposed(unknown));
  const resting = single.filter(({ failed }) => failed[0] === "contactable");
  const misses = single.filter(({ failed }) => !fixedRules.includes(failed[0]!));
  const lists: Record<FitList, Candidate[]> = { fit, check, undetermined, misses, resting };
  return byList((list) => {
    const entries = lists[list]
      .slice(0, shown(list))
      .map((candidate) => explain(snapshot, candidate, locale, exactMinutes));
    return { total: lists[list].length, entries };
  });
}

/** The same lists, with more told of each pair in them. */
export function describeFits<Entry>(lists: FitsByList, describe: (fit: Fit) => Entry): FitsByList<Entry> {
  return byList((list) => ({ ...lists[list], entries: lists[list].entries.map(describe) }));
}

/** All pairs that are shown, whichever the list. */
export function shownFits(lists: FitsByList): Fit[] {
  return fitLists.flatMap((list) => lists[list].entries);
}

function byList<Content>(contentOf: (list: FitList) => Content): Record<FitList, Content> {
  return Object.fromEntries(fitLists.map((list) => [list, contentOf(list)])) as Record<FitList, Content>;
}

function mayBeProposed(unknown: readonly RuleId[]): boolean {
  return !isUndetermined(0, ruleMask(unknown));
}

function explain(
  snapshot: Snapshot,
  candidate: Candidate,
  locale: Locale,
  exactMinutes: ExactMinutes | undefined,
): Fit {
  const { patientId, therapistId, unknown, km, minutes } = candidate;
  const [p, t] = [
    snapshot.patients.indexById.get(patientId)!,
    snapshot.therapists.indexById.get(therapistId)!,
  ];
  const patient = snapshot.patients.records[p]!;
  const { rules, isExact } = explainPair(snapshot, p, t, locale, { exactMinutes });
  return {
    patientId,
    therapistId,
    km,
    minutes,
    isExact,
    open: rules.filter(({ rule, verdict }) => verdict !== "pass" && isListed(candidate, rule)),
    missing: missingFacts(patient, snapshot.therapists.records[t]!, unknown),
    hindrance: limitBehind(snapshot, candidate, exactMinutes),
  };
}

/** Rules that do not count here, such as the search of a paused patient, are not told for every pair again. */
function isListed({ failed, unknown }: Candidate, rule: RuleId): boolean {
  return failed.includes(rule) || unknown.includes(rule);
}
