import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ShownOnce } from "@/components/staff/shown-once";
import { PageHeader } from "@/components/ui/page-header";
import { apiScopes } from "@/lib/core/permissions";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { createTokenAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffTeam.tokens"))("create") };
}

/** Making a key for another program; it is shown on this page, once. */
export default async function NewTokenPage() {
  await requireStaff("staff.manage", paths.admin.teamTokenNew);
  const t = await getTranslations("staffTeam");
  return (
    <>
      <PageHeader
        back={{ href: `${paths.admin.team}#tokens`, label: t("title") }}
        title={t("tokens.create")}
        lead={t("tokens.createLead")}
      />
      <ActionForm action={createTokenAction} id="token" className="grid max-w-measure gap-(--field-gap)">
        <ShownOnce name="secret" />
        <TextInput
          name="name"
          label={t("tokens.name")}
          hint={t("tokens.nameHint")}
          autoComplete="off"
          maxLength={120}
        />
        <CheckboxCards
          name="scopes"
          label={t("tokens.scopes")}
          options={apiScopes.map((value) => ({ value, label: t(`tokens.scope.${value}`) }))}
        />
        <div>
          <SubmitButton>{t("tokens.create")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
