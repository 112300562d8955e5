import { useLocale, useTranslations } from "next-intl";
import { symptomGroups, weekdays } from "@/lib/domain/vocabulary";
import { formatAddress, formatDate, formatLanguage, personName } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";
import { groups } from "../steps/situation";
import type { Answers, StepId } from "../steps/step";
import { isAnyTime } from "../steps/times";

/** A label with what was said in words; an empty value means that nothing was said. */
export type AnswerRow = { label: string; value: string };

type Words = {
  t: ReturnType<typeof useTranslations<"intake">>;
  v: ReturnType<typeof useTranslations<"vocabulary">>;
  yesNo: (value: boolean | null | undefined) => string;
  locale: Locale;
};

/** The answers of one step in the language of the person. */
export function useAnswerRows(id: StepId, answers: Partial<Answers>): AnswerRow[] {
  const c = useTranslations("common");
  const words: Words = {
    t: useTranslations("intake"),
    v: useTranslations("vocabulary"),
    yesNo: (value) => (value == null ? "" : c(value ? "yes" : "no")),
    locale: useLocale(),
  };
  return rows[id](answers, words);
}

const rows: Record<StepId, (answers: Partial<Answers>, words: Words) => AnswerRow[]> = {
  person: ({ firstName = "", lastName = "", birthDate, gender = "not_stated" }, { t, v, locale }) => [
    { label: t("answers.name"), value: personName({ firstName, lastName }) },
    { label: t("steps.person.birthDate"), value: birthDate ? formatDate(birthDate, locale) : "" },
    { label: t("steps.person.gender"), value: gender === "not_stated" ? "" : v(`gender.${gender}`) },
  ],
  guardian: ({ guardian }, { t }) => [
    { label: t("answers.name"), value: guardian?.name ?? "" },
    { label: t("steps.guardian.guardianPhone"), value: guardian?.phone ?? "" },
    { label: t("steps.guardian.guardianEmail"), value: guardian?.email ?? "" },
  ],
  contact: ({ email, phone, address = {} }, { t }) => [
    { label: t("steps.contact.email"), value: email ?? "" },
    { label: t("steps.contact.phone"), value: phone ?? "" },
    { label: t("answers.address"), value: formatAddress(address) },
  ],
  insurance: ({ payer, insurer = "", reimbursementRoute }, { t, v, yesNo }) => [
    { label: t("steps.insurance.payer"), value: payer ? v(`payer.${payer}`) : "" },
    ...(payer === "gkv"
      ? [{ label: t("steps.insurance.reimbursement"), value: yesNo(reimbursementRoute) }]
      : []),
    { label: t("steps.insurance.insurer"), value: insurer },
  ],
  situation: situationRows,
  treatment: treatmentRows,
  wishes: wishesRows,
  times: timesRows,
  consents: ({ consents = [] }, { t, v }) => [
    { label: t("answers.consents"), value: lines(consents.map((kind) => v(`consentKind.${kind}`))) },
  ],
};

function situationRows({ symptoms = [], symptomsText = "" }: Partial<Answers>, { t, v }: Words): AnswerRow[] {
  const chosen = groups.map((group) => ({
    label: v(`symptomGroup.${group}`),
    value: lines(
      symptomGroups[group].filter((code) => symptoms.includes(code)).map((code) => v(`symptom.${code}`)),
    ),
  }));
  return [
    ...chosen.filter((row) => row.value),
    { label: t("steps.situation.symptomsText"), value: symptomsText },
  ];
}

function treatmentRows(said: Partial<Answers>, { t, yesNo }: Words): AnswerRow[] {
  const boxes = (["acute", "urgent"] as const).filter((box) => said.ptv11?.[box]);
  const ptv11 = {
    label: t("answers.ptv11"),
    value: lines(boxes.map((box) => t(`steps.treatment.ptv11Boxes.${box}`))),
  };
  const ended = {
    label: t("steps.treatment.previousTherapyEndedOn"),
    value: monthOf(said.previousTherapyEndedOn),
  };
  return [
    { label: t("steps.treatment.consultation"), value: yesNo(said.consultationDone || null) },
    ...(said.consultationDone ? [ptv11] : []),
    { label: t("steps.treatment.previousTherapy"), value: yesNo(said.previousTherapy) },
    ...(said.previousTherapy ? [ended] : []),
    { label: t("steps.treatment.diagnoses"), value: (said.diagnoses ?? []).join(", ") },
  ];
}

function wishesRows(said: Partial<Answers>, { t, v, locale }: Words): AnswerRow[] {
  const { wantedTherapistGender = "any", wantedMethods = [] } = said;
  const languages = said.languages?.length ? said.languages : ["de"];
  const openTo = [
    ...(said.openToGroup ? [t("steps.wishes.openToOptions.group")] : []),
    ...(said.openToVideo ? [t("steps.wishes.openToOptions.video")] : []),
  ];
  const methods = wantedMethods.map((code) => v(`method.${code}`));
  return [
    { label: t("steps.wishes.therapistGender"), value: v(`wantedGender.${wantedTherapistGender}`) },
    { label: t("answers.openTo"), value: lines(openTo) },
    { label: t("steps.wishes.methods"), value: lines(methods) || t("answers.anyMethod") },
    {
      label: t("steps.wishes.languagesKind"),
      value: lines(languages.map((code) => formatLanguage(code, locale))),
    },
    { label: t("answers.stepFreeAccess"), value: said.stepFreeAccess ? t("answers.needed") : "" },
  ];
}

function timesRows({ availability = {}, travel }: Partial<Answers>, { t, v }: Words): AnswerRow[] {
  const days = weekdays.filter((day) => availability[day]);
  const hours = days.map((day) => `${v(`weekday.${day}`)} ${rangesOf(availability[day])}`);
  return [
    { label: t("answers.times"), value: isAnyTime(availability) ? t("answers.anyTime") : lines(hours) },
    {
      label: t("answers.travel"),
      value: travel
        ? t("answers.travelValue", { mode: v(`travelMode.${travel.mode}`), minutes: travel.maxMinutes ?? 0 })
        : "",
    },
  ];
}

const lines = (words: readonly string[]) => words.join("\n");

/** "3/2024" for "2024-03-01", as it was typed. */
function monthOf(day: string | null | undefined): string {
  return day ? `${Number(day.slice(5, 7))}/${day.slice(0, 4)}` : "";
}

function rangesOf(ranges: readonly { from: string; to: string }[] = []): string {
  return ranges.map(({ from, to }) => `${from}–${to}`).join(", ");
}
