import type { useTranslations } from "next-intl";
import { Short } from "@/components/staff/short";
import { waitingTime } from "@/components/staff/waiting-time";
import type { Column } from "@/components/table/columns";
import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PatientListRow } from "@/lib/domain/patients/list-patients";
import { formatDateShort, sortableName } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";

type Words = {
  t: ReturnType<typeof useTranslations<"staffPatients">>;
  locale: Locale;
  now: Date;
  /** Whether names may be seen; signs otherwise. */
  named: boolean;
};

export function patientColumns({ t, locale, now, named }: Words): Column<PatientListRow>[] {
  return [
    {
      key: "name",
      head: t("columns.name"),
      sort: named ? "name" : undefined,
      cell: ({ firstName, lastName, pseudonym }) => (
        <Short>{lastName ? sortableName({ firstName: firstName ?? "", lastName }) : pseudonym}</Short>
      ),
    },
    { key: "age", head: t("columns.age"), numeric: true, cell: ({ age }) => age ?? "–" },
    {
      key: "place",
      head: t("columns.place"),
      cell: ({ postalCode, city }) => <Short>{`${postalCode} ${city}`.trim()}</Short>,
    },
    {
      key: "payer",
      head: t("columns.payer"),
      wideOnly: true,
      cell: ({ payer }) => (payer ? t(`payerShort.${payer}`) : "–"),
    },
    {
      key: "urgency",
      head: t("columns.urgency"),
      cell: ({ urgency }) => (urgency === "normal" ? "–" : <StatusBadge kind="urgency" status={urgency} />),
    },
    {
      key: "search",
      head: t("columns.search"),
      cell: ({ search, status }) =>
        search?.status === "unverified" ? (
          <Badge>{t("unverifiedShort")}</Badge>
        ) : search ? (
          <StatusBadge kind="searchStatus" status={search.status} />
        ) : (
          <StatusBadge kind="patientStatus" status={status} />
        ),
    },
    {
      key: "waiting",
      head: t("columns.waiting"),
      sort: "waiting",
      cell: ({ search }) =>
        search ? (
          <time
            className="whitespace-nowrap"
            dateTime={search.since.toISOString()}
            title={formatDateShort(search.since, locale)}
          >
            {waitingTime(search.since, now, locale)}
          </time>
        ) : (
          "–"
        ),
    },
    {
      key: "created",
      head: t("columns.created"),
      sort: "created",
      wideOnly: true,
      cell: ({ createdAt }) => formatDateShort(createdAt, locale),
    },
  ];
}
