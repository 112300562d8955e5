import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { paths } from "@/lib/paths";
import { saveStep } from "../actions";
import { openValues, publicContext } from "../draft-link";
import { Progress } from "../progress";
import { screens } from "../screens/screens";
import { findStep, ownsField, stepsFor } from "../steps/all-steps";
import type { Values } from "../steps/fields";
import { originOf } from "../way";

type Props = { params: Promise<{ step: string }>; searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step, current, total } = await load((await params).step);
  const t = await getTranslations("intake");
  const heading = t(`steps.${step.id}.heading`);
  return { title: t("stepTitle", { heading, current, total }), robots: { index: false } };
}

/** One screen of the form: a question as the heading, its fields with what was typed before, next and back. */
export default async function StepPage({ params, searchParams }: Props) {
  const { step, current, total, values, now } = await load((await params).step);
  const origin = originOf((await searchParams).from);
  const t = await getTranslations("intake.steps");
  const word = await getTranslations("common");
  const lead = step.id === "contact" || step.id === "guardian" ? null : t(`${step.id}.lead`);
  const Screen = screens[step.id];
  const isFirst = current === 1 && !origin;
  return (
    <div className="max-w-measure">
      <Progress current={current} total={total} />
      <h1 className="text-2xl sm:text-3xl">{t(`${step.id}.heading`)}</h1>
      {lead && <p className="mt-3 text-ink-soft">{lead}</p>}
      <div className="mt-8">
        <ActionForm id={`intake-${step.id}`} action={saveStep} values={ownValues(values, ownsField(step))}>
          <input type="hidden" name="step" value={step.id} />
          {origin && <input type="hidden" name="from" value={origin} />}
          <Screen values={values} now={now} />
          <div className="flex flex-wrap gap-3" data-no-print>
            <SubmitButton name="go" value="next">
              {word("next")}
            </SubmitButton>
            {!isFirst && (
              <SubmitButton name="go" value="back" variant="quiet" formNoValidate>
                {word("back")}
              </SubmitButton>
            )}
          </div>
        </ActionForm>
      </div>
    </div>
  );
}

async function load(id: string) {
  const [values, { now }] = [await openValues(), publicContext()];
  const asked = stepsFor(values, now);
  const step = findStep(id);
  if (!step || !asked.includes(step)) redirect(paths.intake);
  return { step, current: asked.indexOf(step) + 1, total: asked.length, values, now };
}

/** Only what this screen shows goes to the browser. */
function ownValues(values: Values, isMine: (field: string) => boolean): Values {
  return Object.fromEntries(Object.entries(values).filter(([field]) => isMine(field)));
}
