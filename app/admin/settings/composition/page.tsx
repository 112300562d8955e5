import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/form/checkbox";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { CarriedValue } from "@/components/staff/carried-value";
import { TextInput } from "@/components/form/text-input";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { defaultMinGain } from "@/lib/domain/matching/compose/placement-settings";
import { strategyInForce } from "@/lib/domain/matching/compose/strategy-in-force";
import { type Settings, getSettings, settingsSchema } from "@/lib/domain/settings/settings";
import { type CompositionStrategy, compositionStrategies } from "@/lib/domain/vocabulary";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { FormSection } from "../../form-section";
import { compositionAction } from "./actions";
import { numberNames, toValues } from "./fields";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffComposition"))("title") };
}

/** How inquiries are composed, with a preview of what changes would come to. */
export default async function CompositionPage() {
  const ctx = await requireStaff("settings.write", paths.admin.settingsComposition);
  const settings = await getSettings(ctx);
  const t = await getTranslations("staffComposition");
  const back = { href: paths.admin.settings, label: (await getTranslations("staffSettings"))("title") };
  return (
    <>
      <PageHeader back={back} title={t("title")} lead={t("lead")} />
      <ActionForm action={compositionAction} values={toValues(settings)} className="grid max-w-page gap-8">
        <CarriedValue name="seen" />
        <StrategySection />
        <FormSection title={t("groups.amount")}>
          <NumberField name="maxItems" />
          <NumberField name="maxParallel" />
          <NumberField name="coolingDays" unit={t("days")} />
          <TextInput
            name="contactsPerDay"
            label={t("contactsPerDay.label")}
            hint={t("contactsPerDay.hint")}
            inputMode="numeric"
            width="short"
            autoComplete="off"
            optional
          />
        </FormSection>
        <FormSection title={t("groups.order")} hint={t("groups.orderHint")}>
          <NumberField name="firstInquiryDays" unit={t("days")} />
          <NumberField name="acuteWeight" />
          <NumberField name="urgentWeight" />
          <NumberField name="waitingWeeks" unit={t("weeks")} />
        </FormSection>
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save">
            {t("save")}
          </SubmitButton>
          <SubmitButton name="intent" value="preview" variant="quiet">
            {t("preview.button")}
          </SubmitButton>
        </div>
      </ActionForm>
      <Formula settings={settings} strategy={await strategyInForce(ctx, settings)} />
    </>
  );
}

function StrategySection() {
  const t = useTranslations("staffComposition");
  const options = compositionStrategies.map((value) => ({
    value,
    label: t(`strategies.${value}.label`),
    hint: t(`strategies.${value}.hint`),
  }));
  return (
    <FormSection title={t("groups.strategy")}>
      <div className="wide">
        <RadioCards name="strategy" label={t("strategy")} options={options} />
      </div>
      <div className="wide">
        <Checkbox name="learnOdds" label={t("learnOdds.label")} hint={t("learnOdds.hint")} />
      </div>
    </FormSection>
  );
}

const defaults = settingsSchema.parse({});

function NumberField({ name, unit }: { name: (typeof numberNames)[number]; unit?: string }) {
  const t = useTranslations("staffComposition");
  return (
    <TextInput
      name={name}
      label={t(`${name}.label`)}
      hint={`${t(`${name}.hint`)} ${t("default", { value: defaults[name] })}`}
      unit={unit}
      inputMode="decimal"
      width="short"
      autoComplete="off"
    />
  );
}

/** The formula by which people are served, with the strategy and the numbers in force. */
function Formula({ settings, strategy }: { settings: Settings; strategy: CompositionStrategy }) {
  const t = useTranslations("staffComposition.formula");
  const { firstInquiryDays: days, acuteWeight, urgentWeight, waitingWeeks } = settings;
  return (
    <div className="mt-8 max-w-measure">
      <Card title={t("title")}>
        <div className="grid gap-3">
          <p>{t("first", { days })}</p>
          {strategy === "oldest-first" ? (
            <p>{t("oldestFirst")}</p>
          ) : (
            <>
              <p>{t("expected")}</p>
              <p className="font-semibold">{t("weight", { acuteWeight, urgentWeight, waitingWeeks })}</p>
              {settings.learnOdds && <p>{t("minGain", { minGain: defaultMinGain })}</p>}
            </>
          )}
          <p>{t("within")}</p>
        </div>
      </Card>
    </div>
  );
}
