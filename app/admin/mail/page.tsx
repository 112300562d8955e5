import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Select } from "@/components/form/select";
import { Short } from "@/components/staff/short";
import { DataTable } from "@/components/table/data-table";
import { FilterBar } from "@/components/table/filter-bar";
import { Pagination } from "@/components/table/pagination";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { listMails, mailListFilter } from "@/lib/domain/mail/list-mails";
import { mailStatuses } from "@/lib/domain/mail/status";
import { formatDateTimeShort } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { filterOf, type SearchParams } from "@/lib/web/search-params";
import { mailTemplateName } from "./template-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMail"))("title") };
}

export default async function MailPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = filterOf(mailListFilter, await searchParams);
  const here = (page: number) => withQuery(paths.admin.mail, { status: filter.status, page });
  const ctx = await requireStaff("mail.read", here(filter.page));
  const [t, words, common, locale, templateName] = [
    await getTranslations("staffMail"),
    await getTranslations("vocabulary.mailStatus"),
    await getTranslations("common.filter"),
    await getLocale(),
    await mailTemplateName(),
  ];
  const { rows, total } = await listMails(ctx, filter);
  const when = (date: Date | null) => (date ? formatDateTimeShort(date, locale) : "–");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { count: total })}
        actions={
          <>
            <ButtonLink href={paths.admin.mailHealth} variant="quiet">
              {t("health.title")}
            </ButtonLink>
            <ButtonLink href={paths.admin.mailTemplates} variant="quiet">
              {t("previews.title")}
            </ButtonLink>
          </>
        }
      />
      <FilterBar action={paths.admin.mail} active={Boolean(filter.status)}>
        <Select
          name="status"
          label={t("filter.status")}
          empty={common("any")}
          defaultValue={filter.status}
          options={mailStatuses.map((value) => ({ value, label: words(value) }))}
        />
      </FilterBar>
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => paths.admin.mailItem(row.id)}
        columns={[
          { key: "template", head: t("columns.template"), cell: (row) => templateName(row.template) },
          { key: "to", head: t("columns.to"), cell: (row) => <Short>{row.to}</Short> },
          {
            key: "status",
            head: t("columns.status"),
            cell: (row) => <StatusBadge kind="mailStatus" status={row.status} />,
          },
          { key: "created", head: t("columns.created"), cell: (row) => when(row.createdAt) },
          {
            key: "sent",
            head: t("columns.sent"),
            wideOnly: true,
            cell: (row) => when(row.status === "sent" ? row.sentAt : null),
          },
        ]}
        empty={
          <EmptyState title={filter.status ? t("empty.filteredTitle") : t("empty.title")}>
            {filter.status ? t("empty.filteredText") : t("empty.text")}
          </EmptyState>
        }
      />
      <Pagination page={filter.page} pageSize={filter.pageSize} total={total} href={here} />
    </>
  );
}
