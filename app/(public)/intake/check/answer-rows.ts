import { useLocale, useTranslations } from "next-intl";
import { symptomGroups, weekdays } from "@/lib/domain/vocabulary";
import { formatAddress, formatDate, formatLanguage, formatList, personName } from "@/lib/format";
import { groups } from "../steps/situation";
import type { Answers, StepId } from "../steps/step";
import { isAnyTime } from "../steps/times";

export type AnswerRow = { label: string; value: string };
type Rows = (answers: Partial<Answers>) => AnswerRow[];

/** The answers of one step as pairs of label and words; an empty value means that nothing was said. */
export function useAnswerRows(id: StepId, answers: Partial<Answers>): AnswerRow[] {
  const t = useTranslations("intake");
  const v = useTranslations("vocabulary");
  const c = useTranslations("common");
  const locale = useLocale();
  const yesNo = (value: boolean | null | undefined) => (value == null ? "" : c(value ? "yes" : "no"));
  const and = (words: string[]) => formatList(words, locale);

  const rows: Record<StepId, Rows> = {
    person: ({ firstName = "", lastName = "", birthDate, gender = "not_stated" }) => [
      { label: t("answers.name"), value: personName({ firstName, lastName }) },
      { label: t("steps.person.birthDate"), value: birthDate ? formatDate(birthDate, locale) : "" },
      { label: t("steps.person.gender"), value: gender === "not_stated" ? "" : v(`gender.${gender}`) },
    ],
    guardian: ({ guardian }) => [
      { label: t("answers.name"), value: guardian?.name ?? "" },
      { label: t("steps.guardian.guardianPhone"), value: guardian?.phone ?? "" },
      { label: t("steps.guardian.guardianEmail"), value: guardian?.email ?? "" },
    ],
    contact: ({ email, phone, address = {} }) => [
      { label: t("steps.contact.email"), value: email ?? "" },
      { label: t("steps.contact.phone"), value: phone ?? "" },
      { label: t("answers.address"), value: formatAddress(address) },
    ],
    insurance: ({ payer, insurer = "", reimbursementRoute }) => [
      { label: t("steps.insurance.payer"), value: payer ? v(`payer.${payer}`) : "" },
      ...(payer === "gkv"
        ? [{ label: t("steps.insurance.reimbursement"), value: yesNo(reimbursementRoute) }]
        : []),
      { label: t("steps.insurance.insurer"), value: insurer },
    ],
    situation: ({ symptoms = [], symptomsText = "" }) => [
      ...groups.map((group) => ({
        label: v(`symptomGroup.${group}`),
        value: and(
          symptomGroups[group].filter((code) => symptoms.includes(code)).map((code) => v(`symptom.${code}`)),
        ),
      })),
      { label: t("steps.situation.symptomsText"), value: symptomsText },
    ],
    treatment: (said) => [
      { label: t("steps.treatment.consultation"), value: yesNo(said.consultationDone || null) },
      {
        label: t("answers.ptv11"),
        value: and(
          (["acute", "urgent"] as const)
            .filter((box) => said.ptv11?.[box])
            .map((box) => t(`steps.treatment.ptv11Boxes.${box}`)),
        ),
      },
      { label: t("steps.treatment.previousTherapy"), value: yesNo(said.previousTherapy) },
      ...(said.previousTherapy
        ? [
            {
              label: t("steps.treatment.previousTherapyEndedOn"),
              value: monthOf(said.previousTherapyEndedOn),
            },
          ]
        : []),
      { label: t("steps.treatment.diagnoses"), value: (said.diagnoses ?? []).join(", ") },
    ],
    wishes: (said) => [
      {
        label: t("steps.wishes.therapistGender"),
        value: v(`wantedGender.${said.wantedTherapistGender ?? "any"}`),
      },
      {
        label: t("answers.openTo"),
        value: and([
          ...(said.openToGroup ? [t("steps.wishes.openToOptions.group")] : []),
          ...(said.openToVideo ? [t("steps.wishes.openToOptions.video")] : []),
        ]),
      },
      {
        label: t("steps.wishes.methods"),
        value: and((said.wantedMethods ?? []).map((code) => v(`method.${code}`))) || t("answers.anyMethod"),
      },
      {
        label: t("steps.wishes.languages"),
        value: and(
          (said.languages?.length ? said.languages : ["de"]).map((code) => formatLanguage(code, locale)),
        ),
      },
      { label: t("answers.stepFreeAccess"), value: said.stepFreeAccess ? t("answers.needed") : "" },
    ],
    times: ({ availability = {}, travel }) => [
      {
        label: t("answers.times"),
        value: isAnyTime(availability)
          ? t("answers.anyTime")
          : weekdays
              .filter((day) => availability[day])
              .map((day) => `${v(`weekday.${day}`)} ${rangesOf(availability[day])}`)
              .join("\n"),
      },
      {
        label: t("answers.travel"),
        value: travel
          ? t("answers.travelValue", {
              mode: v(`travelMode.${travel.mode}`),
              minutes: travel.maxMinutes ?? 0,
            })
          : "",
      },
    ],
    consents: ({ consents = [] }) => [
      { label: t("answers.consents"), value: consents.map((kind) => v(`consentKind.${kind}`)).join("\n") },
    ],
  };
  return rows[id](answers);
}

/** "3/2024" for "2024-03-01", as it was typed. */
function monthOf(day: string | null | undefined): string {
  return day ? `${Number(day.slice(5, 7))}/${day.slice(0, 4)}` : "";
}

function rangesOf(ranges: readonly { from: string; to: string }[] = []): string {
  return ranges.map(({ from, to }) => `${from}–${to}`).join(", ");
}
