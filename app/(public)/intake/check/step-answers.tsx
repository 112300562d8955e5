import { useTranslations } from "next-intl";
import type { Answers, StepId } from "../steps/step";
import { useAnswerRows } from "./answer-rows";

/** What was said in one step, in words; says so where nothing was said. */
export function StepAnswers({ id, answers }: { id: StepId; answers: Partial<Answers> }) {
  const t = useTranslations("intake.steps.check");
  const rows = useAnswerRows(id, answers);
  return (
    <dl className="mt-2 grid gap-x-6 gap-y-3 text-base sm:grid-cols-[13rem_1fr] sm:gap-y-2">
      {rows.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-ink-soft max-sm:-mb-2">{label}</dt>
          <dd className="whitespace-pre-line">
            {value || <span className="text-ink-soft">{t("nothing")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
