import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Select } from "@/components/form/select";
import { DataTable } from "@/components/table/data-table";
import { FilterBar } from "@/components/table/filter-bar";
import { Pagination } from "@/components/table/pagination";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { acts } from "@/lib/core/audit";
import { auditFilter, type AuditRow, listAudit } from "@/lib/domain/staff/list-audit";
import { formatDateTimeShort } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { filterOf, type SearchParams } from "@/lib/web/search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffAudit"))("title") };
}

type Words = { (key: string): string; has: (key: string) => boolean };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = filterOf(auditFilter, await searchParams);
  const { act, subjectId, actorId } = filter;
  const here = (changes: object) => withQuery(paths.admin.audit, { act, subjectId, actorId, ...changes });
  const ctx = await requireStaff("audit.read", here({ page: filter.page }));
  const [t, common, locale] = [
    await getTranslations("staffAudit"),
    await getTranslations("common.filter"),
    await getLocale(),
  ];
  const words = t as unknown as Words;
  const named = (key: string, otherwise: string) => (words.has(key) ? words(key) : otherwise);
  const { rows, total } = await listAudit(ctx, filter);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <FilterBar action={paths.admin.audit} active={Boolean(act || subjectId || actorId)}>
        <Select
          name="act"
          label={t("filter.act")}
          empty={common("any")}
          defaultValue={act}
          options={acts.map((value) => ({ value, label: words(`acts.${value}`) }))}
        />
      </FilterBar>
      {subjectId && <p className="mb-4 text-ink-soft">{t("filter.subject", { id: subjectId })}</p>}
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "at", head: t("columns.at"), cell: (row) => formatDateTimeShort(row.at, locale) },
          {
            key: "actor",
            head: t("columns.actor"),
            cell: (row) => row.actorName ?? named(`actors.${row.actorKind}`, row.actorKind),
          },
          { key: "act", head: t("columns.act"), cell: (row) => named(`acts.${row.act}`, row.act) },
          {
            key: "subject",
            head: t("columns.subject"),
            cell: (row) => <Subject row={row} kind={named(`subjects.${row.subjectKind}`, row.subjectKind)} />,
          },
          { key: "details", head: t("columns.details"), wideOnly: true, cell: (row) => detailsOf(row) },
          {
            key: "sealed",
            head: t("columns.sealed"),
            wideOnly: true,
            cell: (row) => (row.sealed ? t("sealed") : t("open")),
          },
        ]}
        empty={<EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      />
      <Pagination
        page={filter.page}
        pageSize={filter.pageSize}
        total={total}
        href={(page) => here({ page })}
      />
    </>
  );
}

/** What an entry is about: a link to all entries about it. */
function Subject({ row, kind }: { row: AuditRow; kind: string }) {
  return (
    <Link
      href={withQuery(paths.admin.audit, { subjectId: row.subjectId })}
      prefetch={false}
      className="link whitespace-nowrap"
    >
      {kind} {row.subjectId.slice(-6).toUpperCase()}
    </Link>
  );
}

function detailsOf({ details }: AuditRow): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") : String(value)}`)
    .join(" · ");
}
