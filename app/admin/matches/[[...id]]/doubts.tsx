import { useTranslations } from "next-intl";
import type { ExplainedRule, PairExplanation } from "@/lib/domain/matching/fits/explain-pair";

/**
 * What is unknown for everybody in an inquiry, word for word, such as the hours of the practice: to be told once, above
 * the people. Nothing where the inquiry is about one person only.
 */
export function doubtsOfAll(explanations: readonly (PairExplanation | null)[]): string[] {
  const known = explanations.filter((explanation) => explanation !== null);
  const [first, ...others] = known.map(({ rules }) => withVerdict(rules, "unknown"));
  if (!first || others.length === 0) return [];
  return first.filter((sentence) => others.every((doubts) => doubts.includes(sentence)));
}

/** What nobody knows of anybody in the inquiry. */
export function SharedDoubts({ sentences }: { sentences: readonly string[] }) {
  const t = useTranslations("staffMatches.patient");
  if (sentences.length === 0) return null;
  return (
    <div className="border-l-4 border-warn-edge pl-3">
      <p className="text-sm font-semibold text-warn-ink">{t("toCheckForAll")}</p>
      <Sentences sentences={sentences} />
    </div>
  );
}

type Props = { rules: readonly ExplainedRule[]; /** What is told above already. */ told: readonly string[] };

/** What speaks against one person and what nobody knows, in plain sight. */
export function Doubts({ rules, told }: Props) {
  const t = useTranslations("staffMatches.patient");
  const failed = withVerdict(rules, "fail");
  const unknown = withVerdict(rules, "unknown").filter((sentence) => !told.includes(sentence));
  return (
    <>
      {failed.length > 0 && (
        <div className="mt-3 border-l-4 border-bad-edge pl-3">
          <p className="text-sm font-semibold text-bad-ink">{t("failed")}</p>
          <Sentences sentences={failed} />
        </div>
      )}
      {unknown.length > 0 && (
        <div className="mt-3 border-l-4 border-warn-edge pl-3">
          <p className="text-sm font-semibold text-warn-ink">{t("toCheck")}</p>
          <Sentences sentences={unknown} />
        </div>
      )}
    </>
  );
}

/** Keys by number: what goes to the browser holds them, and these sentences are long. */
export function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {sentences.map((sentence, index) => (
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}

export const withVerdict = (rules: readonly ExplainedRule[], verdict: ExplainedRule["verdict"]) =>
  rules.filter((rule) => rule.verdict === verdict).map(({ sentence }) => sentence);
