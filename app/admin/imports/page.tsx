import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Short } from "@/components/staff/short";
import { DataTable } from "@/components/table/data-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { listImports } from "@/lib/domain/directory/get-import";
import { formatDateTimeShort, formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import type { SearchParams } from "@/lib/web/search-params";
import { ImportStatus } from "./import-status";
import { UploadForm } from "./upload-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffImports"))("title") };
}

export default async function ImportsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireStaff("therapists.read", paths.admin.imports);
  const [t, locale, rows] = [
    await getTranslations("staffImports"),
    await getLocale(),
    await listImports(ctx),
  ];
  const count = (value: number) => formatNumber(value, locale);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {may(ctx, "imports.run") && (
        <div className="mb-6 max-w-page">
          <Card title={t("upload.title")}>
            <UploadForm query={await searchParams} />
          </Card>
        </div>
      )}
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => paths.admin.import(row.id)}
        columns={[
          { key: "file", head: t("columns.file"), cell: (row) => <Short>{row.fileName}</Short> },
          { key: "status", head: t("columns.status"), cell: (row) => <ImportStatus status={row.status} /> },
          {
            key: "created",
            head: t("columns.created"),
            cell: (row) => formatDateTimeShort(row.createdAt, locale),
          },
          { key: "total", head: t("columns.total"), numeric: true, cell: (row) => count(row.total) },
          { key: "added", head: t("columns.added"), numeric: true, cell: (row) => count(row.counts.added) },
          {
            key: "changed",
            head: t("columns.changed"),
            numeric: true,
            cell: (row) => count(row.counts.changed),
          },
          {
            key: "unchanged",
            head: t("columns.unchanged"),
            numeric: true,
            cell: (row) => count(row.counts.unchanged),
          },
          {
            key: "refused",
            head: t("columns.refused"),
            numeric: true,
            cell: (row) => count(row.counts.refused),
          },
        ]}
        empty={<EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      />
    </>
  );
}
