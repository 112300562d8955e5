import type { useTranslations } from "next-intl";
import { Short } from "@/components/staff/short";
import type { Column } from "@/components/table/columns";
import { StatusBadge } from "@/components/ui/status-badge";
import type { InquiryRow } from "@/lib/domain/inquiries/list-inquiries";
import { formatDateShort } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";

type Words = { t: ReturnType<typeof useTranslations<"staffInquiries">>; locale: Locale };

export function inquiryColumns({ t, locale }: Words): Column<InquiryRow>[] {
  const day = (date: Date | null) => (date ? formatDateShort(date, locale) : "–");
  return [
    { key: "therapist", head: t("columns.therapist"), cell: (row) => <Short>{row.therapistName}</Short> },
    { key: "reference", head: t("columns.reference"), cell: (row) => row.reference },
    {
      key: "status",
      head: t("columns.status"),
      cell: (row) => (
        <>
          <StatusBadge kind="inquiryStatus" status={row.status} />
          {row.heldBy && <p className="mt-1 text-sm text-ink-soft">{t("heldBy", { name: row.heldBy })}</p>}
        </>
      ),
    },
    {
      key: "channel",
      head: t("columns.channel"),
      wideOnly: true,
      cell: (row) => t(`channels.${row.channel}`),
    },
    { key: "people", head: t("columns.people"), numeric: true, cell: (row) => row.items },
    { key: "open", head: t("columns.open"), numeric: true, cell: (row) => row.open },
    { key: "accepted", head: t("columns.accepted"), numeric: true, cell: (row) => row.accepted },
    { key: "sent", head: t("columns.sent"), sort: "sent", cell: (row) => day(row.sentAt) },
    { key: "due", head: t("columns.due"), sort: "due", wideOnly: true, cell: (row) => day(row.dueAt) },
    {
      key: "created",
      head: t("columns.created"),
      sort: "created",
      wideOnly: true,
      cell: (row) => day(row.createdAt),
    },
  ];
}
