import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Select } from "@/components/form/select";
import { DataTable } from "@/components/table/data-table";
import { FilterBar } from "@/components/table/filter-bar";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatDateTimeShort } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { type EngineView, readEngine, runFilter } from "@/lib/web/engine-runs";
import { requireStaff } from "@/lib/web/guards";
import { filterOf, type SearchParams } from "@/lib/web/search-params";
import { RunState, workflowName } from "./run-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffWorkflows"))("title") };
}

export default async function WorkflowsPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = filterOf(runFilter, await searchParams);
  await requireStaff("workflows.read", withQuery(paths.admin.workflows, filter));
  const [view, t] = [await readEngine(filter), await getTranslations("staffWorkflows")];
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {view.kind === "off" && (
        <Notice tone="needs" title={t("off.title")}>
          {t("off.text")}
        </Notice>
      )}
      {view.kind === "server" && (
        <div className="grid justify-items-start gap-4">
          <Notice title={t("server.title")}>{t("server.text")}</Notice>
          <ButtonLink href={view.url}>{t("server.open")}</ButtonLink>
        </div>
      )}
      {view.kind === "engine" && <Runs view={view} status={filter.status} />}
    </>
  );
}

type RunsProps = { view: Extract<EngineView, { kind: "engine" }>; status: string | undefined };

async function Runs({ view, status }: RunsProps) {
  const [t, common, locale, name] = [
    await getTranslations("staffWorkflows"),
    await getTranslations("common.filter"),
    await getLocale(),
    await workflowName(),
  ];
  const { queued = 0, running = 0, failed = 0 } = view.counts;
  const when = (date: Date | null) => (date ? formatDateTimeShort(date, locale) : "–");
  return (
    <>
      <p className="mb-4 text-ink-soft">{t("counts", { queued, running, failed })}</p>
      <FilterBar action={paths.admin.workflows} active={Boolean(status)}>
        <Select
          name="status"
          label={t("filter.status")}
          empty={common("any")}
          defaultValue={status}
          options={runFilter.shape.status
            .unwrap()
            .options.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        caption={t("title")}
        rows={view.runs}
        rowKey={(row) => row.id}
        rowHref={(row) => paths.admin.workflowRun(row.id)}
        columns={[
          { key: "name", head: t("columns.name"), cell: (row) => name(row.functionId) },
          { key: "status", head: t("columns.status"), cell: (row) => <RunState run={row} /> },
          { key: "trigger", head: t("columns.trigger"), wideOnly: true, cell: (row) => row.eventName },
          { key: "started", head: t("columns.started"), cell: (row) => when(row.startedAt ?? row.createdAt) },
          { key: "ended", head: t("columns.ended"), cell: (row) => when(row.endedAt) },
        ]}
        empty={<EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      />
      {view.next && (
        <p className="mt-4">
          <ButtonLink variant="quiet" href={withQuery(paths.admin.workflows, { status, cursor: view.next })}>
            {t("more")}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
