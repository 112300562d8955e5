import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/table/data-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { type FairnessRow, fairnessRespects, getFairness } from "@/lib/domain/statistics/get-fairness";
import { formatNumber, formatPercent } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { ShareBar } from "./share-bar";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffFairness"))("title") };
}

/** Whether some groups of people wait longer than others. */
export default async function FairnessPage() {
  const ctx = await requireStaff("inquiries.read", paths.admin.fairness);
  const fairness = await getFairness(ctx);
  const t = await getTranslations("staffFairness");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid max-w-page gap-5">
        {fairnessRespects.map((respect) => (
          <Card key={respect} title={t(`respects.${respect}`)}>
            <FairnessTable caption={t(`respects.${respect}`)} rows={[...fairness[respect], fairness.total]} />
          </Card>
        ))}
        <p className="max-w-measure text-ink-soft">{t("note")}</p>
      </div>
    </>
  );
}

function FairnessTable({ caption, rows }: { caption: string; rows: readonly FairnessRow[] }) {
  const t = useTranslations("staffFairness");
  const locale = useLocale();
  const number = (value: number | null) => (value === null ? t("hidden") : formatNumber(value, locale));
  const days = (value: number | null, { searches }: FairnessRow) => {
    if (searches === null) return t("hidden");
    return value === null ? t("unknown") : t("days", { count: value });
  };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ group }) => group}
      empty={null}
      columns={[
        { key: "group", head: t("group"), cell: ({ group }) => t(`groups.${group as "total"}`) },
        { key: "searches", head: t("searches"), numeric: true, cell: ({ searches }) => number(searches) },
        {
          key: "asked",
          head: t("asked"),
          cell: ({ asked }) =>
            asked === null ? t("hidden") : <ShareBar share={asked} text={formatPercent(asked, locale)} />,
        },
        {
          key: "toInquiry",
          head: t("toInquiry"),
          numeric: true,
          cell: (row) => days(row.daysToInquiry, row),
        },
        {
          key: "toAcceptance",
          head: t("toAcceptance"),
          numeric: true,
          cell: (row) => days(row.daysToAcceptance, row),
        },
      ]}
    />
  );
}
