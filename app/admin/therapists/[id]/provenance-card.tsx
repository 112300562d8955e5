import { More } from "@/components/staff/more";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/table/data-table";
import { Badge } from "@/components/ui/badge";
import type { TherapistRecord } from "@/lib/domain/therapists/get-therapist";
import { formatDateShort } from "@/lib/format";

/** Where each detail came from and which ones imports leave alone. */
export function ProvenanceCard({ therapist }: { therapist: TherapistRecord }) {
  const t = useTranslations("staffTherapists.provenance");
  const locale = useLocale();
  const label = useFieldLabel();
  const rows = Object.entries(therapist.provenance)
    .map(([field, { source, on }]) => ({ field, source, on, fixed: therapist.fixedFields.includes(field) }))
    .toSorted(
      (a, b) => Number(b.fixed) - Number(a.fixed) || label(a.field).localeCompare(label(b.field), locale),
    );
  const sources = t as unknown as { (key: string): string; has: (key: string) => boolean };
  return (
    <More summary={t("title")}>
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.field}
        columns={[
          {
            key: "field",
            head: t("field"),
            cell: ({ field, fixed }) => (
              <>
                {label(field)}
                {fixed && (
                  <span className="mt-1 block">
                    <Badge tone="active">{t("fixed")}</Badge>
                  </span>
                )}
              </>
            ),
          },
          {
            key: "source",
            head: t("source"),
            cell: ({ source }) => {
              const key = `sources.${source.toLowerCase()}`;
              return /^\w+$/.test(source) && sources.has(key) ? sources(key) : source;
            },
          },
          { key: "on", head: t("on"), cell: ({ on }) => formatDateShort(on, locale) },
        ]}
        empty={<p>{t("none")}</p>}
      />
    </More>
  );
}

/** Where the form has the word for a field of the record. */
const areas = ["person", "offer", "wishes", "sites", "other"] as const;
const aliases: Record<string, string> = {
  title: "titleField",
  potentiallyAvailableNote: "note",
};

function useFieldLabel(): (field: string) => string {
  const t = useTranslations("staffTherapists") as unknown as {
    (key: string): string;
    has: (key: string) => boolean;
  };
  return (field) => {
    if (field === "locations") return t("sites.title");
    if (field === "wishes") return t("wishes.title");
    const name = aliases[field] ?? field;
    const area = areas.find((candidate) => t.has(`${candidate}.${name}`));
    return area ? t(`${area}.${name}`) : field;
  };
}
