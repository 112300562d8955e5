import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { may } from "@/lib/core/context";
import { getMail, type MailView } from "@/lib/domain/mail/get-mail";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import type { SearchParams } from "@/lib/web/search-params";
import { Done } from "../../done";
import { MailContent } from "../mail-content";
import { mailTemplateName } from "../template-name";
import { settleMailAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMail"))("title") };
}

export default async function MailItemPage({ params, searchParams }: Props) {
  const ctx = await requireStaff("mail.read", paths.admin.mailItem((await params).id));
  const mail = await orNotFound(getMail(ctx, await idOf(params)));
  const [t, locale, templateName] = [
    await getTranslations("staffMail"),
    await getLocale(),
    await mailTemplateName(),
  ];
  const unsettled = mail.status === "failed" || mail.status === "unknown";
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.mail, label: t("title") }}
        title={templateName(mail.template)}
        badge={<StatusBadge kind="mailStatus" status={mail.status} />}
        actions={
          <>
            {mail.patientId && (
              <ButtonLink href={paths.admin.patient(mail.patientId)} variant="quiet">
                {t("item.patient")}
              </ButtonLink>
            )}
            {mail.inquiryId && (
              <ButtonLink href={paths.admin.inquiry(mail.inquiryId)} variant="quiet">
                {t("item.inquiry")}
              </ButtonLink>
            )}
          </>
        }
      />
      <Done query={await searchParams} area="staffMail" />
      <div className="grid max-w-page gap-5">
        {mail.status === "kept" && <Notice tone="needs">{t("item.kept")}</Notice>}
        {mail.waitsForReading && <Notice tone="needs">{t("item.waitsForReading")}</Notice>}
        {unsettled && may(ctx, "inquiries.review") && <Settle mail={mail} />}
        <Card>
          <DescriptionList
            items={[
              { term: t("item.to"), details: mail.recipient },
              { term: t("item.subject"), details: mail.content?.subject },
              { term: t("item.created"), details: formatDateTime(mail.createdAt, locale) },
              {
                term: t("item.sent"),
                details: mail.status === "sent" && mail.sentAt ? formatDateTime(mail.sentAt, locale) : null,
              },
              {
                term: t("item.bounced"),
                details: mail.bouncedAt ? formatDateTime(mail.bouncedAt, locale) : null,
              },
              { term: t("item.attempts"), details: mail.attempts > 1 ? mail.attempts : null },
              { term: t("item.error"), details: mail.errorCode },
            ]}
          />
        </Card>
        {mail.content && <MailContent content={mail.content} />}
        {mail.status === "queued" && <p className="text-ink-soft">{t("item.notWritten")}</p>}
      </div>
    </>
  );
}

async function Settle({ mail }: { mail: MailView }) {
  const t = await getTranslations("staffMail.settle");
  return (
    <Notice tone="needs" title={t("title")}>
      <p>{t(mail.status === "unknown" ? "unknown" : "failed")}</p>
      <ActionForm action={settleMailAction} id="settle" className="mt-4 flex flex-wrap gap-2">
        <input type="hidden" name="id" value={mail.id} />
        <SubmitButton name="settlement" value="again">
          {t("again")}
        </SubmitButton>
        {mail.status === "unknown" && (
          <SubmitButton name="settlement" value="arrived" variant="quiet">
            {t("arrived")}
          </SubmitButton>
        )}
        <SubmitButton name="settlement" value="leave" variant="quiet">
          {t("leave")}
        </SubmitButton>
      </ActionForm>
    </Notice>
  );
}
