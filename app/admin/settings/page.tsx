import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/form/checkbox";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { CarriedValue } from "@/components/staff/carried-value";
import { boxValue } from "@/components/staff/forms/raw-values";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/core/context";
import { getSettings, type Settings, settingsSchema, settingsState } from "@/lib/domain/settings/settings";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { FormSection } from "../form-section";
import { saveSettingsAction } from "./actions";
import { type SettingName, settingBoxes, settingGroups, settingNames } from "./setting-names";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffSettings"))("title") };
}

const defaults = settingsSchema.parse({});

/** What the service decides for itself: admins change it, everyone may know it. */
export default async function SettingsPage() {
  const ctx = await requireStaff(null, paths.admin.settings);
  const settings = await getSettings(ctx);
  if (!may(ctx, "settings.write")) return <SettingsToRead settings={settings} />;
  const t = await getTranslations("staffSettings");
  const values = Object.fromEntries([
    ...settingNames.map((name) => [name, String(settings[name])]),
    ...settingBoxes.map((name) => [name, boxValue(settings[name])]),
    ["seen", settingsState(settings, [...settingNames, ...settingBoxes])],
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <p className="mb-6">
        <Link href={paths.admin.settingsComposition} className="text-main underline underline-offset-4">
          {(await getTranslations("staffComposition"))("link")}
        </Link>
      </p>
      <ActionForm action={saveSettingsAction} values={values} className="grid max-w-page gap-8">
        <CarriedValue name="seen" />
        {settingGroups.map(({ key, names }) => (
          <FormSection key={key} title={t(`groups.${key}`)}>
            {key === "sending" && (
              <Checkbox name="quietHours" label={t("quietHours.label")} hint={t("quietHours.hint")} />
            )}
            {names.map((name) => (
              <TextInput
                key={name}
                name={name}
                label={t(`${name}.label`)}
                hint={`${t(`${name}.hint`)} ${t("default", { value: defaults[name] })}`}
                unit={unitOf(name, t)}
                inputMode="numeric"
                width="short"
                autoComplete="off"
              />
            ))}
          </FormSection>
        ))}
        <FormSection title={t("groups.answers")}>
          <Checkbox
            name="offerNextPatient"
            label={t("offerNextPatient.label")}
            hint={t("offerNextPatient.hint")}
          />
        </FormSection>
        <div>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

function unitOf(
  name: SettingName,
  t: Awaited<ReturnType<typeof getTranslations<"staffSettings">>>,
): string | undefined {
  if (name.endsWith("Days")) return t("days");
  if (name.endsWith("Hour")) return t("oclock");
  if (name.endsWith("Minutes")) return t("minutes");
  return name.endsWith("Seconds") ? t("seconds") : undefined;
}

async function SettingsToRead({ settings }: { settings: Settings }) {
  const t = await getTranslations("staffSettings");
  const quietHours = {
    term: t("quietHours.label"),
    details: t(settings.quietHours ? "quietHours.yes" : "quietHours.no"),
  };
  const composition = await getTranslations("staffComposition");
  const cooling = {
    term: composition("coolingDays.label"),
    details: t("inDays", { count: settings.coolingDays }),
  };
  const termOf = (name: SettingName) => ({
    term: t(`${name}.label`),
    details: name.endsWith("Days")
      ? t("inDays", { count: settings[name] })
      : [settings[name], unitOf(name, t)].filter((part) => part !== undefined).join(" "),
  });
  const words = await getTranslations("vocabulary.triState");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid max-w-measure gap-5">
        <Notice>{t("readOnly")}</Notice>
        {settingGroups.map(({ key, names }) => (
          <Card key={key} title={t(`groups.${key}`)}>
            <DescriptionList
              items={[
                ...(key === "sending" ? [quietHours] : key === "contact" ? [cooling] : []),
                ...names.map(termOf),
              ]}
            />
          </Card>
        ))}
        <Card title={t("groups.answers")}>
          <DescriptionList
            items={[
              {
                term: t("offerNextPatient.label"),
                details: words(settings.offerNextPatient ? "yes" : "no"),
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
