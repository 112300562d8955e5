import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ShownOnce } from "@/components/staff/shown-once";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { PageHeader } from "@/components/ui/page-header";
import { formatTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import type { SearchParams } from "@/lib/web/search-params";
import { setLanguage } from "../../preferences";
import { Done } from "../done";
import { calendarAction, changePasswordAction, signOutEverywhereAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffTeam.account"))("title") };
}

/** One's own password, language and sign-ins; open to everyone of the team. */
export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireStaff(null, paths.admin.account);
  const [t, locale] = [await getTranslations("staffTeam"), await getLocale()];
  return (
    <>
      <PageHeader title={t("account.title")} lead={`${ctx.actor.name} · ${ctx.session.email}`} />
      <Done query={await searchParams} area="staffTeam" />
      <div className="grid max-w-measure gap-5">
        <Card title={t("account.change")}>
          <ActionForm action={changePasswordAction} id="password">
            <TextInput
              name="current"
              label={t("account.current")}
              type="password"
              autoComplete="current-password"
            />
            <TextInput
              name="password"
              label={t("account.next")}
              hint={t("add.passwordHint")}
              type="password"
              autoComplete="new-password"
            />
            <div>
              <SubmitButton>{t("account.change")}</SubmitButton>
            </div>
          </ActionForm>
        </Card>
        <Card title={t("account.language.title")}>
          <p className="mb-3 text-ink-soft">{t("account.language.text")}</p>
          <LanguageSwitch action={setLanguage} className={buttonClass("quiet")} />
        </Card>
        <Card title={t("account.calendar.title")}>
          <p className="mb-3 text-ink-soft">{t("account.calendar.text")}</p>
          <ActionForm action={calendarAction} id="calendar">
            <ShownOnce name="link" />
            <div className="flex flex-wrap gap-2">
              <SubmitButton variant="quiet" name="act" value="create">
                {t("account.calendar.create")}
              </SubmitButton>
              <SubmitButton variant="plain" name="act" value="revoke">
                {t("account.calendar.revoke")}
              </SubmitButton>
            </div>
          </ActionForm>
        </Card>
        <Card title={t("account.signedInUntil", { time: formatTime(ctx.session.expiresAt, locale) })}>
          <ActionForm action={signOutEverywhereAction} id="sessions">
            <div>
              <SubmitButton variant="quiet">{t("account.signOutElsewhere")}</SubmitButton>
            </div>
          </ActionForm>
        </Card>
      </div>
    </>
  );
}
