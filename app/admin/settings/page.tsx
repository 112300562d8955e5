import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { PageHeader } from "@/components/ui/page-header";
import { getSettings } from "@/lib/domain/settings/settings";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { FormSection } from "../form-section";
import { saveSettingsAction } from "./actions";
import { settingNames } from "./setting-names";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffSettings"))("title") };
}

const groups = [
  { key: "composition", names: settingNames.slice(0, 2) },
  { key: "contact", names: settingNames.slice(2) },
] as const;

export default async function SettingsPage() {
  const ctx = await requireStaff("settings.write", paths.admin.settings);
  const settings = await getSettings(ctx);
  const t = await getTranslations("staffSettings");
  const values = Object.fromEntries(settingNames.map((name) => [name, String(settings[name])]));
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ActionForm action={saveSettingsAction} values={values} className="grid max-w-page gap-8">
        {groups.map(({ key, names }) => (
          <FormSection key={key} title={t(`groups.${key}`)}>
            {names.map((name) => (
              <TextInput
                key={name}
                name={name}
                label={t(`${name}.label`)}
                hint={t(`${name}.hint`)}
                unit={name.endsWith("Days") ? t("days") : undefined}
                inputMode="numeric"
                width="short"
                autoComplete="off"
              />
            ))}
          </FormSection>
        ))}
        <div>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
