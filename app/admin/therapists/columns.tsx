import type { useTranslations } from "next-intl";
import { Short } from "@/components/staff/short";
import type { Column } from "@/components/table/columns";
import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { TherapistListRow } from "@/lib/domain/therapists/list-therapists";
import { methods } from "@/lib/domain/vocabulary";
import { formatDateShort, sortableName } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";

type Words = {
  t: ReturnType<typeof useTranslations<"staffTherapists">>;
  words: ReturnType<typeof useTranslations<"vocabulary">>;
  locale: Locale;
  now: Date;
};

export function therapistColumns({ t, words, locale, now }: Words): Column<TherapistListRow>[] {
  return [
    {
      key: "name",
      head: t("columns.name"),
      sort: "name",
      cell: (row) => <Short>{sortableName(row)}</Short>,
    },
    {
      key: "place",
      head: t("columns.place"),
      sort: "city",
      cell: ({ postalCode, city, sites }) => {
        const place = `${postalCode} ${city}`.trim();
        return <Short>{sites > 1 ? t("moreSites", { place, count: sites - 1 }) : place}</Short>;
      },
    },
    {
      key: "methods",
      head: t("columns.methods"),
      cell: ({ offers }) =>
        methods.filter((method) => offers.some((offer) => offer.method === method)).join(", ") || "–",
    },
    {
      key: "seat",
      head: t("columns.seat"),
      wideOnly: true,
      cell: ({ statutorySeat }) => (statutorySeat === "unknown" ? "–" : words(`triState.${statutorySeat}`)),
    },
    {
      key: "contact",
      head: t("columns.contact"),
      cell: ({ email, phone }) => (
        <Short tight>{email ?? phone ?? <Badge tone="warn">{t("noContact")}</Badge>}</Short>
      ),
    },
    {
      key: "status",
      head: t("columns.status"),
      cell: ({ status, objected }) =>
        objected ? (
          <Badge tone="bad">{t("objected")}</Badge>
        ) : (
          <StatusBadge kind="therapistStatus" status={status} />
        ),
    },
    {
      key: "cooling",
      head: t("columns.cooling"),
      wideOnly: true,
      cell: ({ coolingUntil }) =>
        coolingUntil && coolingUntil > now ? formatDateShort(coolingUntil, locale) : "–",
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
