import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AutoRefresh } from "@/components/staff/auto-refresh";
import { ProgressBar } from "@/components/staff/progress-bar";
import { DataTable } from "@/components/table/data-table";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/core/context";
import {
  getImport,
  type Import,
  type ImportRecord,
  listImportRecords,
} from "@/lib/domain/directory/get-import";
import { formatDateTimeShort, formatNumber, formatTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import { firstText, type SearchParams } from "@/lib/web/search-params";
import { Done } from "../../done";
import { releaseAction } from "../actions";
import { ImportStatus } from "../import-status";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffImports"))("title") };
}

const outcomes = ["added", "changed", "unchanged", "refused"] as const;
const shownRecords = 500;

/** What became of every entry of an uploaded file. */
export default async function ImportPage({ params, searchParams }: Props) {
  const ctx = await requireStaff("therapists.read", paths.admin.import((await params).id));
  const id = await idOf(params);
  const query = await searchParams;
  const found = await orNotFound(getImport(ctx, id));
  const outcome = outcomes.find((known) => known === firstText(query, "outcome"));
  const [records, t, locale] = [
    await listImportRecords(ctx, id, { outcome, limit: shownRecords }),
    await getTranslations("staffImports"),
    await getLocale(),
  ];
  const tab = (value: (typeof outcomes)[number] | undefined) => ({
    href: withQuery(paths.admin.import(id), { outcome: value }),
    label: value ? t(`outcomes.${value}`) : t("records.all"),
    count: formatNumber(value ? found.counts[value] : found.total, locale),
    current: outcome === value,
  });
  const canRelease = may(ctx, "therapists.write") && found.counts.added > 0;
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.imports, label: t("title") }}
        title={found.fileName}
        badge={<ImportStatus status={found.status} />}
        lead={formatDateTimeShort(found.createdAt, locale)}
        actions={
          canRelease && (
            <ActionForm action={releaseAction} id="release">
              <input type="hidden" name="id" value={id} />
              <SubmitButton>{t("release")}</SubmitButton>
            </ActionForm>
          )
        }
      />
      <Done query={query} area="staffImports" />
      <Progress found={found} now={ctx.now} />
      <Tabs label={t("records.title")} tabs={[undefined, ...outcomes].map(tab)} />
      <Records records={records} />
    </>
  );
}

/** A requested import that nobody takes up for this long says so. */
const patienceMs = 20_000;

async function Progress({ found, now }: { found: Import; now: Date }) {
  if (found.status !== "requested" && found.status !== "running") return null;
  const [t, locale] = [await getTranslations("staffImports.progress"), await getLocale()];
  const isLate = found.status === "requested" && now.getTime() - found.createdAt.getTime() > patienceMs;
  return (
    <div className="mb-6 grid max-w-measure gap-4">
      <AutoRefresh everySeconds={2} />
      {isLate && <Notice tone="needs">{t("waiting", { time: formatTime(found.createdAt, locale) })}</Notice>}
      <ProgressBar
        label={t("running")}
        done={found.done}
        total={found.total}
        text={t("text", { done: found.done, total: found.total })}
      />
    </div>
  );
}

async function Records({ records }: { records: ImportRecord[] }) {
  const t = await getTranslations("staffImports");
  return (
    <>
      <DataTable
        caption={t("records.title")}
        rows={records}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: "line", head: t("records.line"), numeric: true, cell: (row) => row.line },
          {
            key: "name",
            head: t("records.name"),
            cell: ({ therapistId, name }) =>
              therapistId ? (
                <Link href={paths.admin.therapist(therapistId)} prefetch={false} className="link">
                  {name || t("records.unnamed")}
                </Link>
              ) : (
                name || t("records.unnamed")
              ),
          },
          { key: "outcome", head: t("records.outcome"), cell: (row) => t(`outcomes.${row.outcome}`) },
          {
            key: "reason",
            head: t("records.reason"),
            cell: ({ reason, warnings }) => [reason, ...warnings].filter(Boolean).join(" "),
          },
        ]}
        empty={<p className="text-ink-soft">{t("records.empty")}</p>}
      />
      {records.length === shownRecords && (
        <p className="mt-4 text-ink-soft">{t("records.shown", { count: shownRecords })}</p>
      )}
    </>
  );
}
