/**
 * The hard rules, every one of which must hold before a patient is proposed to a therapist. The order is that of
 * the bits and of every list of rules that people see.
 */
export const ruleIds = [
  "contactable",
  "search-open",
  "not-excluded",
  "age-licence",
  "payer",
  "method",
  "setting",
  "distance",
  "therapist-gender",
  "language",
  "times",
  "patient-age",
  "patient-gender",
  "diagnosis",
  "access",
] as const;
export type RuleId = (typeof ruleIds)[number];

export type RuleVerdict = "pass" | "fail" | "unknown";
/** Of a pair: `check` may be proposed for a person to look at, `out` may not. */
export type PairVerdict = "fit" | "check" | "out";

/** An unknown answer to one of these does not keep a pair out; it is proposed, marked "to check". */
const checkableRules = ["therapist-gender", "times", "diagnosis", "access"] as const satisfies RuleId[];

/** One bit per rule, in the order of `ruleIds`. */
export const ruleBits = Object.fromEntries(ruleIds.map((id, position) => [id, 1 << position])) as Readonly<
  Record<RuleId, number>
>;

/** The bit set of these rules. */
export function ruleMask(ids: readonly RuleId[]): number {
  return ids.reduce((mask, id) => mask | ruleBits[id], 0);
}

/** The rules in a bit set, in the order of `ruleIds`. */
export function rulesIn(mask: number): RuleId[] {
  return ruleIds.filter((id) => (mask & ruleBits[id]) !== 0);
}

const checkableMask = ruleMask(checkableRules);

/** The verdict on a pair from its failed and unknown rules: unknown never counts as passed. */
export function pairVerdict(failed: number, unknown: number): PairVerdict {
  if (failed !== 0 || (unknown & ~checkableMask) !== 0) return "out";
  return unknown === 0 ? "fit" : "check";
}

/** Nothing fails, but an unknown answer keeps the pair out until someone resolves it. */
export function isUndetermined(failed: number, unknown: number): boolean {
  return failed === 0 && (unknown & ~checkableMask) !== 0;
}

/** Those of these unknown rules that keep a pair out. */
export function undeterminedRules(unknown: number): number {
  return unknown & ~checkableMask;
}

/** The verdict on one rule. */
export function ruleVerdict(id: RuleId, failed: number, unknown: number): RuleVerdict {
  if ((failed & ruleBits[id]) !== 0) return "fail";
  return (unknown & ruleBits[id]) !== 0 ? "unknown" : "pass";
}
