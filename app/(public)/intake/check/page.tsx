import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { sendAnswers } from "../actions";
import { openValues, publicContext } from "../draft-link";
import { firstOpenStep, stepsFor } from "../steps/all-steps";
import { stepPath } from "../way";
import { StepAnswers } from "./step-answers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake.steps.check"))("heading"), robots: { index: false } };
}

/** Everything that was said, each part with the way to change it, and the button that sends it. */
export default async function CheckPage() {
  const [values, { now }] = [await openValues(), publicContext()];
  const open = firstOpenStep(values, now);
  if (open) redirect(stepPath(open.id, "check"));
  const t = await getTranslations("intake.steps");
  const word = await getTranslations("common");
  return (
    <div className="max-w-measure">
      <h1 className="text-2xl sm:text-3xl">{t("check.heading")}</h1>
      <p className="mt-3 text-ink-soft">{t("check.lead")}</p>
      {stepsFor(values, now).map((step) => (
        <section key={step.id} className="mt-8 border-t border-line pt-5">
          <div className="flex items-baseline justify-between gap-4">
            <h2 className="text-lg">{t(`${step.id}.heading`)}</h2>
            <a
              href={stepPath(step.id, "check")}
              className="link inline-flex min-h-11 items-center"
              aria-label={t("check.changeStep", { heading: t(`${step.id}.heading`) })}
              data-no-print
            >
              {word("change")}
            </a>
          </div>
          <StepAnswers id={step.id} answers={step.read(values, now)} />
        </section>
      ))}
      <div className="mt-10 border-t border-line pt-8" data-no-print>
        <p className="mb-6">{t("check.afterwards")}</p>
        <ActionForm id="intake-check" action={sendAnswers}>
          <div>
            <SubmitButton>{t("check.send")}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </div>
  );
}
