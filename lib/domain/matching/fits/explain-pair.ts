import type { Locale } from "@/lib/i18n/locale";
import { type JudgeOptions, type Pair, createJudge } from "../kernel/kernel";
import type { ExactMinutes } from "../kernel/place-judge";
import {
  type PairVerdict,
  type RuleId,
  type RuleVerdict,
  isUndetermined,
  pairVerdict,
  ruleBits,
  ruleIds,
  ruleVerdict,
} from "../kernel/rules";
import { ruleSentence } from "./rule-sentences";
import { rulesOfTraits } from "../kernel/traits";
import type { PairFacts } from "../sentences/facts";
import { whyNotToBeAsked } from "../sentences/standing";
import type { MatchingTherapist } from "../kernel/records";
import type { Snapshot } from "../kernel/snapshot";

export type ExplainedRule = { rule: RuleId; verdict: RuleVerdict; sentence: string };

export type PairExplanation = {
  verdict: PairVerdict;
  /** Out only because an answer is unknown. */
  undetermined: boolean;
  km: number | null;
  minutes: number | null;
  /** The minutes come from a router, not from the estimate. */
  isExact: boolean;
  /** The best site, counted among the therapist's own. */
  location: number | null;
  /** Every rule, in the order of `ruleIds`. */
  rules: ExplainedRule[];
};

/**
 * Judges one pair, given by its indexes in the snapshot, and tells for every rule why it passes, fails or is unknown,
 * with the numbers that decide. For staff: the sentences hold what the records hold.
 */
export function explainPair(
  snapshot: Snapshot,
  patient: number,
  therapist: number,
  locale: Locale,
  options: Pick<JudgeOptions, "exactMinutes"> = {},
): PairExplanation {
  const { pair, judge, measure } = createJudge(snapshot, options);
  judge(patient, therapist);
  measure();
  const facts = factsOf(snapshot, pair, options.exactMinutes);
  return {
    verdict: pairVerdict(pair.failed, pair.unknown),
    undetermined: isUndetermined(pair.failed, pair.unknown),
    km: facts.km,
    minutes: facts.minutes,
    isExact: facts.minutesAreExact,
    location: pair.location < 0 ? null : pair.location,
    rules: ruleIds.map((rule) => {
      const verdict = ruleVerdict(rule, pair.failed, pair.unknown);
      return { rule, verdict, sentence: ruleSentence(rule, verdict, facts)[locale] };
    }),
  };
}

/** Why a therapist, given by the index in the snapshot, is not to be asked now, whoever it is about; null when they may be. */
export function whyNotContactable(snapshot: Snapshot, therapist: number, locale: Locale): string | null {
  const { therapists, at } = snapshot;
  if ((rulesOfTraits(therapists.traits[therapist]!) & ruleBits.contactable) === 0) return null;
  const record = therapists.records[therapist]!;
  return whyNotToBeAsked({ therapist: record, at, ...mailboxOf(snapshot, record) })[locale];
}

function factsOf(snapshot: Snapshot, pair: Pair, exactMinutes: ExactMinutes | undefined): PairFacts {
  const { patients, therapists, at } = snapshot;
  const patient = patients.records[pair.patient]!;
  const therapist = therapists.records[pair.therapist]!;
  const age = patients.age[pair.patient]!;
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  const exact = pair.location < 0 ? undefined : exactMinutes?.(pair.patient, pair.therapist, pair.location);
  return {
    patient,
    therapist,
    at,
    age: age < 0 ? null : age,
    km: known(pair.km),
    minutes: known(pair.minutes),
    minutesAreExact: exact !== undefined,
    byVideo: patient.openToVideo && therapist.video === "yes",
    ...mailboxOf(snapshot, therapist),
    excluded: longestExclusion(snapshot, patient.id, therapist.id),
  };
}

/** How it stands with the mailbox, whoever in it was asked. */
function mailboxOf({ therapists }: Snapshot, { mailbox }: MatchingTherapist) {
  const sharing = mailboxesOf(therapists.records).get(mailbox)!;
  return {
    coolingUntil: latest(sharing.map(({ coolingUntil }) => coolingUntil)),
    mailboxHasOpenInquiry: sharing.some(({ mailboxHasOpenInquiry }) => mailboxHasOpenInquiry),
  };
}

/** Found once for all pairs that a page explains, which come from one snapshot. */
function mailboxesOf(records: readonly MatchingTherapist[]): Map<string, MatchingTherapist[]> {
  const known = mailboxes.get(records);
  if (known) return known;
  const found = Map.groupBy(records, ({ mailbox }) => mailbox);
  mailboxes.set(records, found);
  return found;
}
const mailboxes = new WeakMap<readonly MatchingTherapist[], Map<string, MatchingTherapist[]>>();

/** The exclusion in force that lasts longest; null when the pair is not excluded. */
function longestExclusion(
  { exclusions, at }: Snapshot,
  patientId: string,
  therapistId: string,
): PairFacts["excluded"] {
  const inForce = exclusions.filter(
    (exclusion) =>
      exclusion.patientId === patientId &&
      exclusion.therapistId === therapistId &&
      (exclusion.until === null || exclusion.until > at),
  );
  const end = ({ until }: (typeof inForce)[number]) => until?.getTime() ?? Infinity;
  return inForce.toSorted((a, b) => end(b) - end(a))[0] ?? null;
}

function latest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce((last, instant) => (instant && (!last || instant > last) ? instant : last), null);
}
