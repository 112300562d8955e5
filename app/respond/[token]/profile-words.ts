import { useLocale, useTranslations } from "next-intl";
import type { Profile } from "@/lib/domain/inquiries/profile";
import { type WeeklyHours, weekdays } from "@/lib/domain/vocabulary";
import { formatLanguage, formatList, formatRelativeDay } from "@/lib/format";

export type Fact = { label: string; value: string };

/** "Frau, 34 Jahre, aus Aachen (52…)". */
export function useProfileTitle({ age, gender, area }: Profile): string {
  const t = useTranslations("respond.person");
  const { town, postalPrefix: prefix } = area;
  const youngest = age === null ? 18 : "exact" in age ? age.exact : age.band[0];
  const kind = youngest < 14 ? "minor" : youngest < 18 ? "youth" : "adult";
  return [
    t(kind, { gender }),
    ...(age === null ? [] : [ageWords(age, t)]),
    town ? t("area", { town, prefix }) : t("region", { prefix }),
  ].join(", ");
}

/** What a therapist needs to know to answer, as short pairs; what does not apply is left out. */
export function useProfileFacts(profile: Profile, now: Date): Fact[] {
  const t = useTranslations("respond.facts");
  const v = useTranslations("vocabulary");
  const locale = useLocale();
  const and = (words: string[]) => formatList(words, locale);
  const payer = profile.payer ? v(`payer.${profile.payer}`) : t("payerUnknown");
  const also = [...(profile.openToGroup ? [t("group")] : []), ...(profile.openToVideo ? [t("video")] : [])];
  return [
    {
      label: t("concerns"),
      value: and(profile.symptomGroups.map((group) => v(`symptomGroup.${group}`))) || t("concernsUnknown"),
    },
    {
      label: t("payer"),
      value: profile.reimbursementRoute ? t("reimbursement", { payer }) : payer,
    },
    {
      label: t("methods"),
      value: and(profile.wantedMethods.map((method) => v(`method.${method as "VT"}`))) || t("anyMethod"),
    },
    {
      label: t("times"),
      value: timesWords(profile.availability, (day) => t(`days.${day}`)) || t("timesUnknown"),
    },
    {
      label: t("languages"),
      value: and([
        ...profile.languages.filter((code) => code !== "de").map((code) => formatLanguage(code, locale)),
        ...(profile.speaksOther ? [t("otherLanguage")] : []),
      ]),
    },
    { label: t("also"), value: and(also) },
    { label: t("access"), value: profile.stepFreeAccess ? t("stepFree") : "" },
    { label: t("waiting"), value: formatRelativeDay(profile.waitingSince, now, locale) },
  ].filter((fact) => fact.value);
}

function ageWords(
  age: NonNullable<Profile["age"]>,
  t: ReturnType<typeof useTranslations<"respond.person">>,
): string {
  if ("exact" in age) return t("years", { age: age.exact });
  const [from, to] = age.band;
  return to >= 120 ? t("older", { from }) : t("band", { from, to });
}

type Day = (typeof weekdays)[number];

/** "Mo–Fr 7–21, Sa 8–12": days in a row with the same hours stand together. */
export function timesWords(hours: WeeklyHours, word: (day: Day) => string): string {
  const days = weekdays
    .map((day) => ({
      day,
      text: (hours[day] ?? []).map(({ from, to }) => `${short(from)}–${short(to)}`).join(", "),
    }))
    .reduce<{ first: Day; last: Day; text: string }[]>((runs, { day, text }) => {
      const run = runs.at(-1);
      if (run?.text === text) return [...runs.slice(0, -1), { ...run, last: day }];
      return [...runs, { first: day, last: day, text }];
    }, []);
  return days
    .filter((run) => run.text)
    .map(
      ({ first, last, text }) => `${first === last ? word(first) : `${word(first)}–${word(last)}`} ${text}`,
    )
    .join("; ");
}

/** "8" for "08:00", "8:30" for "08:30". */
const short = (clock: string) => clock.replace(/^0(?=\d)/, "").replace(/:00$/, "");
