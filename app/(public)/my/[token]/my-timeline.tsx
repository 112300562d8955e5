import { useLocale, useTranslations } from "next-intl";
import type { PatientPage } from "@/lib/domain/patients/get-patient-page";
import { formatDate } from "@/lib/format";
import { situationOf } from "./situation";

/** What happened, in words and numbers; no practice is named here. */
export function MyTimeline({ page }: { page: PatientPage }) {
  const t = useTranslations("patient.my.timeline");
  const locale = useLocale();
  const situation = situationOf(page);
  const { asked, search, createdAt } = page;
  const isAsking = situation !== "unverified" && situation !== "cancelled";
  const entries: { text: string; at?: Date | null }[] = [
    { text: t("registered"), at: createdAt },
    ...(isAsking || asked.asked > 0 ? [{ text: asked.asked === 0 ? t("notAsked") : t("asked", asked) }] : []),
    ...(situation === "paused" || situation === "consentMissing" || situation === "cancelled"
      ? [{ text: t(situation) }]
      : []),
    ...(situation === "placed" ? [{ text: t("placed"), at: search?.placedAt }] : []),
  ];
  return (
    <ol className="mt-4">
      {entries.map(({ text, at }, index) => (
        <li key={text} className="relative pb-5 pl-8 last:pb-0">
          <span
            aria-hidden="true"
            className={`absolute top-1.5 left-0 size-3.5 rounded-full border-2 border-main ${index === entries.length - 1 ? "bg-accent" : "bg-main"}`}
          />
          {index < entries.length - 1 && (
            <span aria-hidden="true" className="absolute top-5 bottom-0 left-1.5 w-0.5 bg-line" />
          )}
          {text}
          {at && <span className="block text-base text-ink-soft">{formatDate(at, locale)}</span>}
        </li>
      ))}
    </ol>
  );
}
