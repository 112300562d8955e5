import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/table/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { type MailTemplate, mailTemplates } from "@/lib/domain/mail/templates";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { mailTemplateName } from "../template-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMail.previews"))("title") };
}

/** Every kind of mail that is sent, to look at before it is. */
export default async function MailTemplatesPage() {
  await requireStaff("mail.read", paths.admin.mailTemplates);
  const [t, nav, templateName] = [
    await getTranslations("staffMail.previews"),
    await getTranslations("staffMail"),
    await mailTemplateName(),
  ];
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.mail, label: nav("title") }}
        title={t("title")}
        lead={t("lead")}
      />
      <DataTable
        caption={t("title")}
        rows={Object.keys(mailTemplates) as MailTemplate[]}
        rowKey={(name) => name}
        rowHref={(name) => paths.admin.mailTemplate(name)}
        columns={[
          { key: "name", head: t("columns.name"), cell: (name) => templateName(name) },
          { key: "to", head: t("columns.to"), cell: (name) => t(`to.${mailTemplates[name].to}`) },
          { key: "when", head: t("columns.when"), cell: (name) => t(`when.${mailTemplates[name].when}`) },
        ]}
        empty={null}
      />
    </>
  );
}
