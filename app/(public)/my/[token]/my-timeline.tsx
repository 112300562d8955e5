import { useLocale, useTranslations } from "next-intl";
import type { PatientPage } from "@/lib/domain/patients/get-patient-page";
import { formatDate } from "@/lib/format";
import { situationOf } from "./situation";

type Entry = { text: string; at?: Date | null };

/** What happened, in words and numbers; no practice is named here. */
export function MyTimeline({ page }: { page: PatientPage }) {
  const locale = useLocale();
  const entries = useEntries(page);
  return (
    <ol className="mt-4">
      {entries.map(({ text, at }, index) => (
        <li key={index} className="relative pb-5 pl-8 last:pb-0">
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

function useEntries(page: PatientPage): Entry[] {
  const t = useTranslations("patient.my.timeline");
  const locale = useLocale();
  const situation = situationOf(page);
  const { asked, createdAt, placement, failedPlacements } = page;
  const isAsking = situation !== "unverified" && situation !== "cancelled";
  const failed = failedPlacements.map(({ acceptedAt, endedAt, reason }) => ({
    text: t(`failed.${reason}`, { date: formatDate(acceptedAt, locale) }),
    at: endedAt,
  }));
  const stages: Entry[] = placement
    ? [
        { text: t("placed"), at: placement.acceptedAt },
        { text: t(page.sharesContact ? "confirmed" : "confirmedUnnamed"), at: placement.confirmedAt },
        { text: t("firstTalk"), at: placement.firstTalkAt },
        { text: t("trialSessions"), at: placement.trialSessionsAt },
        { text: t("started"), at: placement.startedAt },
      ].filter(({ at }) => at !== null)
    : [];
  const stopped = situation === "paused" || situation === "consentMissing" || situation === "cancelled";
  return [
    { text: t("registered"), at: createdAt },
    ...(isAsking || asked.asked > 0 ? [{ text: asked.asked === 0 ? t("notAsked") : t("asked", asked) }] : []),
    ...failed,
    ...stages,
    ...(stopped ? [{ text: t(situation) }] : []),
  ];
}
