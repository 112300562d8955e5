import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/form/checkbox";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { boxValue } from "@/components/staff/forms/raw-values";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getStaff } from "@/lib/domain/staff/list-staff";
import { staffRoles } from "@/lib/domain/staff/status";
import { formatDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import type { SearchParams } from "@/lib/web/search-params";
import { Done } from "../../done";
import { resetPasswordAction, revokeSessionsAction, updateStaffAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffTeam"))("title") };
}

export default async function TeamMemberPage({ params, searchParams }: Props) {
  const ctx = await requireStaff("staff.manage", paths.admin.teamMember((await params).id));
  const id = await idOf(params);
  const member = await orNotFound(getStaff(ctx, id));
  const [t, words, locale] = [
    await getTranslations("staffTeam"),
    await getTranslations("vocabulary.staffRole"),
    await getLocale(),
  ];
  const values = { name: member.name, role: member.role, active: boxValue(member.active) };
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.team, label: t("title") }}
        title={member.name}
        lead={`${member.email} · ${t("member.created", { date: formatDate(member.createdAt, locale) })}`}
      />
      <Done query={await searchParams} area="staffTeam" />
      <div className="grid max-w-measure gap-5">
        <Card title={t("member.edit")}>
          <ActionForm action={updateStaffAction} values={values} id="member">
            <input type="hidden" name="id" value={id} />
            {Object.entries(values).map(([name, value]) => (
              <input key={name} type="hidden" name={`seen.${name}`} value={value} />
            ))}
            <TextInput name="name" label={t("add.name")} autoComplete="off" maxLength={80} />
            <RadioCards
              name="role"
              label={t("add.role")}
              options={staffRoles.map((value) => ({
                value,
                label: words(value),
                hint: t(`add.roleHints.${value}`),
              }))}
            />
            <Checkbox name="active" label={t("member.active")} />
            <div>
              <SubmitButton>{t("member.save")}</SubmitButton>
            </div>
          </ActionForm>
        </Card>
        <Card title={t("member.password")}>
          <ActionForm action={resetPasswordAction} id="password">
            <input type="hidden" name="id" value={id} />
            <TextInput
              name="password"
              label={t("member.newPassword")}
              hint={t("add.passwordHint")}
              type="password"
              autoComplete="new-password"
            />
            <div>
              <SubmitButton variant="quiet">{t("member.passwordSubmit")}</SubmitButton>
            </div>
          </ActionForm>
        </Card>
        <Card title={t("member.sessions", { count: member.openSessions })}>
          <ActionForm action={revokeSessionsAction} id="sessions">
            <input type="hidden" name="id" value={id} />
            <div>
              <SubmitButton variant="quiet">{t("member.signOut")}</SubmitButton>
            </div>
          </ActionForm>
        </Card>
      </div>
    </>
  );
}
