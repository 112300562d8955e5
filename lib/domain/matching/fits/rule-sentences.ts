import type { RuleId, RuleVerdict } from "../kernel/rules";
import type { PairFacts, RuleSentences, Sentence } from "../sentences/facts";
import { patientWishSentences } from "../sentences/patient-wishes";
import { standingSentences } from "../sentences/standing";
import { therapistWishSentences } from "../sentences/therapist-wishes";
import { treatmentSentences } from "../sentences/treatment";

const sentences: RuleSentences<RuleId> = {
  ...standingSentences,
  ...treatmentSentences,
  ...patientWishSentences,
  ...therapistWishSentences,
};

/** Why a rule passes, fails or stays unknown for one pair, in plain words with its numbers, in both languages. */
export function ruleSentence(rule: RuleId, verdict: RuleVerdict, facts: PairFacts): Sentence {
  return sentences[rule][verdict](facts);
}
