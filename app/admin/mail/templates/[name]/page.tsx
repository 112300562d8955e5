import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { DescriptionList } from "@/components/ui/description-list";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/core/context";
import { previewMail } from "@/lib/domain/mail/preview-mail";
import { isMailDelivered } from "@/lib/email/mailer";
import { locales } from "@/lib/i18n/locale";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { orNotFound } from "@/lib/web/page";
import { firstText, type SearchParams } from "@/lib/web/search-params";
import { MailContent } from "../../mail-content";
import { mailTemplateName } from "../../template-name";
import { sendTestMailAction } from "./actions";

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMail.previews"))("title") };
}

/** One kind of mail in both languages, written with invented data, and a way to send it to oneself. */
export default async function MailTemplatePage({ params, searchParams }: Props) {
  const { name } = await params;
  const asked = firstText(await searchParams, "lang");
  const here = (lang?: string) => withQuery(paths.admin.mailTemplate(name), { lang });
  const ctx = await requireStaff("mail.read", here(asked));
  const own = await getLocale();
  const locale = locales.find((known) => known === asked) ?? own;
  const mail = await orNotFound(previewMail(ctx, { template: name, locale }));
  const [t, item, templateName] = [
    await getTranslations("staffMail.previews"),
    await getTranslations("staffMail.item"),
    await mailTemplateName(),
  ];
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.mailTemplates, label: t("title") }}
        title={templateName(name)}
        lead={t("invented")}
      />
      <Tabs
        label={t("language")}
        tabs={locales.map((lang) => ({
          href: here(lang),
          label: t(`languages.${lang}`),
          current: lang === locale,
        }))}
      />
      <div className="grid max-w-page gap-5">
        <Card>
          <DescriptionList
            items={[
              { term: item("subject"), details: mail.subject },
              { term: t("version"), details: mail.version },
            ]}
          />
        </Card>
        {may(ctx, "settings.write") && isMailDelivered() && (
          <ActionForm action={sendTestMailAction} id="test-mail">
            <input type="hidden" name="template" value={name} />
            <input type="hidden" name="locale" value={locale} />
            <div>
              <SubmitButton variant="quiet">{t("send")}</SubmitButton>
            </div>
          </ActionForm>
        )}
        <MailContent content={mail} />
      </div>
    </>
  );
}
