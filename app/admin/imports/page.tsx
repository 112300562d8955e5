import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { FileField } from "@/components/staff/file-field";
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
import { uploadAction } from "./actions";
import { ImportStatus } from "./import-status";
import { maxImportBytes } from "./limits";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffImports"))("title") };
}

export default async function ImportsPage() {
  const ctx = await requireStaff("therapists.read", paths.admin.imports);
  const [t, errors, locale, rows] = [
    await getTranslations("staffImports"),
    await getTranslations("errors"),
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
            <ActionForm action={uploadAction} id="upload">
              <FileField
                name="file"
                label={t("upload.file")}
                hint={t("upload.hint")}
                accept=".json,application/json"
                maxBytes={maxImportBytes}
                tooBig={errors("fileTooBig", { megabytes: maxImportBytes / 1024 / 1024 })}
              />
              <div>
                <SubmitButton>{t("upload.submit")}</SubmitButton>
              </div>
            </ActionForm>
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
