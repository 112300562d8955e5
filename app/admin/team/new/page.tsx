import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { PageHeader } from "@/components/ui/page-header";
import { staffRoles } from "@/lib/domain/staff/status";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { createStaffAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffTeam.add"))("title") };
}

/** Adding somebody to the team, who can sign in at once. */
export default async function NewTeamMemberPage() {
  await requireStaff("staff.manage", paths.admin.teamNew);
  const [t, words] = [await getTranslations("staffTeam"), await getTranslations("vocabulary.staffRole")];
  return (
    <>
      <PageHeader back={{ href: paths.admin.team, label: t("title") }} title={t("add.title")} />
      <ActionForm action={createStaffAction} id="add" className="grid max-w-measure gap-(--field-gap)">
        <TextInput name="name" label={t("add.name")} autoComplete="off" maxLength={80} />
        <TextInput name="email" label={t("add.email")} type="email" inputMode="email" autoComplete="off" />
        <RadioCards
          name="role"
          label={t("add.role")}
          defaultValue="coordinator"
          options={staffRoles.map((value) => ({
            value,
            label: words(value),
            hint: t(`add.roleHints.${value}`),
          }))}
        />
        <TextInput
          name="password"
          label={t("add.password")}
          hint={`${t("add.passwordHint")} ${t("add.passwordHandOver")}`}
          type="password"
          autoComplete="new-password"
        />
        <div>
          <SubmitButton>{t("add.submit")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
