import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormFailure } from "@/components/staff/form-failure";
import { DataTable } from "@/components/table/data-table";
import { FilterBar } from "@/components/table/filter-bar";
import { Pagination } from "@/components/table/pagination";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { acts } from "@/lib/core/audit";
import { actorKinds, auditFilter, type AuditRow, listAudit } from "@/lib/domain/staff/list-audit";
import { listStaff } from "@/lib/domain/staff/list-staff";
import { formatDateTimeShort } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff, type StaffContext } from "@/lib/web/guards";
import { filterOf, type SearchParams } from "@/lib/web/search-params";
import { verifyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffAudit"))("title") };
}

type Words = { (key: string): string; has: (key: string) => boolean };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = filterOf(auditFilter, await searchParams);
  const { page: _, pageSize: __, ...shown } = filter;
  const here = (changes: object) => withQuery(paths.admin.audit, { ...shown, ...changes });
  const ctx = await requireStaff("audit.read", here({ page: filter.page }));
  const [t, locale] = [await getTranslations("staffAudit"), await getLocale()];
  const words = t as unknown as Words;
  const named = (key: string, otherwise: string) => (words.has(key) ? words(key) : otherwise);
  const { rows, total } = await listAudit(ctx, filter);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Verification />
      <Filters ctx={ctx} filter={shown} />
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

/** Asks whether anything was changed afterwards; takes a moment for a long log. */
async function Verification() {
  const t = await getTranslations("staffAudit.verify");
  return (
    <ActionForm action={verifyAction} id="verify" summary={false} className="mb-6 grid max-w-measure gap-3">
      <FormFailure />
      <p>{t("text")}</p>
      <div>
        <SubmitButton variant="quiet">{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type Shown = Omit<z.output<typeof auditFilter>, "page" | "pageSize">;

async function Filters({ ctx, filter }: { ctx: StaffContext; filter: Shown }) {
  const [t, common, team] = [
    await getTranslations("staffAudit"),
    await getTranslations("common.filter"),
    await listStaff(ctx),
  ];
  const words = t as unknown as Words;
  const kinds = actorKinds.map((value) => ({ value, label: words(`actors.${value}`) }));
  const members = team.map(({ id, name }) => ({ value: id, label: name }));
  const known = [...kinds, ...members].some(({ value }) => value === filter.actor);
  const other = filter.actor && !known ? [{ value: filter.actor, label: filter.actor.slice(-6) }] : [];
  return (
    <>
      <FilterBar
        action={paths.admin.audit}
        active={Object.values(filter).some(Boolean)}
        keep={filter.subjectId ? { subjectId: filter.subjectId } : {}}
      >
        <Select
          name="act"
          label={t("filter.act")}
          empty={common("any")}
          defaultValue={filter.act}
          options={acts.map((value) => ({ value, label: words(`acts.${value}`) }))}
        />
        <Select
          name="actor"
          label={t("filter.actor")}
          empty={common("any")}
          defaultValue={filter.actor}
          options={[...kinds, ...members, ...other]}
        />
        <TextInput name="from" type="date" label={t("filter.from")} defaultValue={filter.from} />
        <TextInput name="to" type="date" label={t("filter.to")} defaultValue={filter.to} />
      </FilterBar>
      {filter.subjectId && (
        <p className="mb-4 text-ink-soft">
          {t("filter.subject", { id: filter.subjectId.slice(-6).toUpperCase() })}
        </p>
      )}
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
