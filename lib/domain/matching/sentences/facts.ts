import { formatList } from "@/lib/format";
import type { ExclusionReason } from "../../therapists/status";
import type { MatchingPatient, MatchingTherapist } from "../kernel/records";
import type { RuleId, RuleVerdict } from "../kernel/rules";

export type Sentence = { de: string; en: string };

/** What the sentences on one pair may say; null where not known. */
export type PairFacts = {
  patient: MatchingPatient;
  therapist: MatchingTherapist;
  at: Date;
  age: number | null;
  km: number | null;
  minutes: number | null;
  /** The minutes come from a router, not from the estimate. */
  minutesAreExact: boolean;
  byVideo: boolean;
  /** Of the mailbox, whoever in it was asked. */
  coolingUntil: Date | null;
  mailboxHasOpenInquiry: boolean;
  excluded: { reason: ExclusionReason; until: Date | null } | null;
};

export type Tell = (facts: PairFacts) => Sentence;
export type RuleSentences<Rules extends RuleId> = Record<Rules, Record<RuleVerdict, Tell>>;

/** A sentence that is the same for every pair. */
export const say =
  (de: string, en: string): Tell =>
  () => ({ de, en });

/** "A, B oder C". */
export function either(words: readonly string[]): Sentence {
  return { de: formatList(words, "de", "or"), en: formatList(words, "en", "or") };
}

/** "Wie gewünscht: eine Frau." An abbreviation at the end lends its full stop. */
export function about(detail: Sentence, de: string, en: string): Sentence {
  const joined = (lead: string, words: string) => `${lead}: ${words}`.replace(/\.?$/, ".");
  return { de: joined(de, detail.de), en: joined(en, detail.en) };
}
