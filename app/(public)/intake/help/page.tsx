import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { CrisisList } from "@/components/public/crisis-list";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/paths";
import { askForCall } from "../actions";
import { openValues, publicContext } from "../draft-link";
import { originOf, pathAfterHelp, stepBeforeHelp } from "../way";

type Props = { searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake.steps.help"))("heading"), robots: { index: false } };
}

/** Help for whoever ticked thoughts of suicide or self-harm: call now, go on, or be called. Never in the way. */
export default async function IntakeHelpPage({ searchParams }: Props) {
  const t = await getTranslations("intake.steps.help");
  const values = await openValues();
  const origin = originOf((await searchParams).from);
  const next = pathAfterHelp({ step: stepBeforeHelp, values, origin, now: publicContext().now });
  return (
    <div className="max-w-3xl">
      <h1 className="text-2xl sm:text-3xl">{t("heading")}</h1>
      <p className="mt-4 mb-6 max-w-measure text-xl">{t("lead")}</p>
      <CrisisList only={["pastoral", "medical", "emergency"]} />
      <p className="mt-4">
        <a href={paths.help} target="_blank" className="link inline-block py-2">
          {t("more")}
        </a>
      </p>
      <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink href={next}>{t("goOn")}</ButtonLink>
        <span className="text-base text-ink-soft">{t("goOnHint")}</span>
      </div>
      <section className="mt-10 max-w-measure border-t border-line pt-8">
        <h2 className="text-xl">{t("callTitle")}</h2>
        <p className="mt-3 mb-6">{t("callText")}</p>
        <ActionForm id="intake-help" action={askForCall} values={{ phone: values.phone ?? "" }}>
          {origin && <input type="hidden" name="from" value={origin} />}
          <TextInput name="phone" label={t("phone")} type="tel" autoComplete="tel" width="medium" />
          <div>
            <SubmitButton variant="quiet">{t("call")}</SubmitButton>
          </div>
        </ActionForm>
      </section>
    </div>
  );
}
