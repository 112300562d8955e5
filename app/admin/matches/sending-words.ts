import { useLocale, useTranslations } from "next-intl";
import { formatRelativeDay, formatTime, formatWeekday, isoDayOf } from "@/lib/format";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

type Sending = {
  /** When the mail leaves; null while that is up to a person. */
  at: Date | null;
  now: Date;
  /** How long an approval can be taken back. */
  seconds: number;
};

/** When a mail leaves, as values for a sentence: `soon` once it cannot be taken back any more, else at a time that is named. */
export function useSendingWords({ at, now, seconds }: Sending) {
  const t = useTranslations("staffMatches.when");
  const locale = useLocale();
  if (!at) return { when: "held", at: "", seconds };
  if (at.getTime() - now.getTime() <= seconds * 1000 + minuteMs) return { when: "soon", at: "", seconds };
  const isNear = isoDayOf(at) <= isoDayOf(new Date(now.getTime() + dayMs));
  const day = isNear ? formatRelativeDay(at, now, locale) : formatWeekday(at, locale);
  const words = t(isNear ? "near" : "far", { day, time: formatTime(at, locale) });
  return { when: "later", at: words, seconds };
}
