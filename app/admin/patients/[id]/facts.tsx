import { useLocale, useTranslations } from "next-intl";
import { hoursText } from "@/components/staff/forms/weekly-hours-text";
import { languageNames } from "@/components/staff/forms/language-names";
import { Card } from "@/components/ui/card";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import type { PatientRecord } from "@/lib/domain/patients/get-patient";
import { type WeeklyHours, weekdays } from "@/lib/domain/vocabulary";
import {
  formatAddress,
  formatDate,
  formatDateTime,
  formatList,
  formatMinutes,
  formatNumber,
  isoDayOf,
  telephoneLink,
} from "@/lib/format";

type Props = { patient: PatientRecord; now: Date };

/** What is known about a person, in the order of the form. */
export function PatientFacts({ patient, now }: Props) {
  return (
    <>
      <PersonFacts patient={patient} now={now} />
      <HealthFacts patient={patient} now={now} />
      <WishFacts patient={patient} now={now} />
      <OtherFacts patient={patient} now={now} />
    </>
  );
}

function PersonFacts({ patient }: Props) {
  const t = useTranslations("staffPatients");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const { email, phone, guardian, emailVerifiedAt: verified, birthDate, age } = patient;
  const mail = email && (
    <>
      <a href={`mailto:${email}`} className="link break-all">
        {email}
      </a>
      <span className="block text-sm text-ink-soft">
        {verified ? t("person.emailVerified", { date: formatDate(verified, locale) }) : t("person.emailOpen")}
      </span>
    </>
  );
  const items: Description[] = [
    {
      term: t("person.birthDate"),
      details:
        birthDate && `${formatDate(birthDate, locale)}${age === null ? "" : ` (${t("age", { age })})`}`,
    },
    { term: t("columns.age"), details: birthDate === null && age !== null && t("age", { age }) },
    { term: t("person.gender"), details: words(`gender.${patient.gender}`) },
    { term: t("person.address"), details: formatAddress(patient.address) },
    { term: t("person.coordinates"), details: words(`coordinateSource.${patient.coordinateSource}`) },
    { term: t("person.email"), details: mail },
    {
      term: t("person.phone"),
      details: phone && (
        <a href={telephoneLink(phone)} className="link">
          {phone}
        </a>
      ),
    },
    {
      term: t("person.guardian"),
      details: guardian && [guardian.name, guardian.phone, guardian.email].filter(Boolean).join(", "),
    },
    { term: t("person.generalPractitioner"), details: patient.generalPractitioner },
    {
      term: t("insurance.payer"),
      details: patient.payer ? words(`payer.${patient.payer}`) : words("triState.unknown"),
    },
    { term: t("insurance.insurer"), details: patient.insurer },
    { term: t("insurance.insuranceNumber"), details: patient.insuranceNumber },
    { term: t("insurance.reimbursement"), details: patient.reimbursementRoute && words("triState.yes") },
  ];
  return (
    <Card title={t("person.title")}>
      <DescriptionList items={stated(items)} />
    </Card>
  );
}

function HealthFacts({ patient, now }: Props) {
  const t = useTranslations("staffPatients.health");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const { previousTherapy, previousTherapyEndedOn: ended, consultationOn, ptv11 } = patient;
  const items: Description[] = [
    {
      term: t("symptoms"),
      details: formatList(
        patient.symptoms.map((code) => words(`symptom.${code}`)),
        locale,
      ),
    },
    { term: t("symptomsText"), details: patient.symptomsText },
    { term: t("diagnoses"), details: patient.diagnoses.join(", ") },
    {
      term: t("previousTherapy"),
      details:
        previousTherapy === null
          ? words("triState.unknown")
          : words(`triState.${previousTherapy ? "yes" : "no"}`),
    },
    { term: t("previousTherapyEndedOn"), details: ended && formatDate(ended, locale) },
    {
      term: t("consultationDone"),
      details:
        patient.consultationDone &&
        (consultationOn ? formatDate(consultationOn, locale) : words("triState.yes")),
    },
    {
      term: t("ptv11"),
      details: [ptv11.acute && t("acute"), ptv11.urgent && t("urgent")].filter(Boolean).join(", "),
    },
  ];
  return (
    <Card title={t("title")}>
      <DescriptionList items={stated(items)} />
      {ended && isWithinTwoYears(ended, now) && <p className="mt-3 text-sm text-ink-soft">{t("twoYears")}</p>}
    </Card>
  );
}

/** Two years after the end of a therapy, its day included; days are "YYYY-MM-DD". */
function isWithinTwoYears(endedOn: string, now: Date): boolean {
  return `${Number(endedOn.slice(0, 4)) + 2}${endedOn.slice(4)}` >= isoDayOf(now);
}

function WishFacts({ patient }: Props) {
  const t = useTranslations("staffPatients.wishes");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const { travel, wantedMethods } = patient;
  const limits = [
    travel.maxMinutes === null ? null : formatMinutes(travel.maxMinutes, locale),
    travel.maxKm === null ? null : `${formatNumber(travel.maxKm, locale, 1)} km`,
  ].filter((limit) => limit !== null);
  const openTo = [
    patient.openToGroup && t("openToGroup"),
    patient.openToVideo && t("openToVideo"),
    patient.openToDiga && t("openToDiga"),
  ].filter((word) => word !== false);
  const items: Description[] = [
    {
      term: t("travel"),
      details: t("limit", { mode: words(`travelMode.${travel.mode}`), limit: formatList(limits, locale) }),
    },
    { term: t("therapistGender"), details: words(`wantedGender.${patient.wantedTherapistGender}`) },
    {
      term: t("methods"),
      details:
        wantedMethods.length === 0
          ? t("anyMethod")
          : wantedMethods.map((method) => words(`method.${method}`)).join(", "),
    },
    {
      term: t("languages"),
      details: languageNames(patient.languages.length > 0 ? patient.languages : ["de"], locale),
    },
    { term: t("openTo"), details: formatList(openTo, locale) },
    { term: t("stepFree"), details: patient.stepFreeAccess && words("triState.yes") },
    { term: t("availability"), details: <Week hours={patient.availability} /> },
  ];
  return (
    <Card title={t("title")}>
      <DescriptionList items={stated(items)} />
    </Card>
  );
}

function OtherFacts({ patient }: Props) {
  const t = useTranslations("staffPatients.other");
  const locale = useLocale();
  const items: Description[] = [
    { term: t("notes"), details: patient.notes },
    { term: t("heardFrom"), details: patient.heardFrom },
    { term: t("created"), details: formatDateTime(patient.createdAt, locale) },
    { term: t("updated"), details: formatDateTime(patient.updatedAt, locale) },
  ];
  return (
    <Card title={t("title")}>
      <DescriptionList items={stated(items)} />
    </Card>
  );
}

/** "Montag 09:00–12:00", one line a day. */
export function Week({ hours }: { hours: WeeklyHours }) {
  const words = useTranslations("vocabulary");
  const days = weekdays.filter((day) => (hours[day] ?? []).length > 0);
  if (days.length === 0) return words("triState.unknown");
  return (
    <ul className="grid gap-0.5 tabular-nums">
      {days.map((day) => (
        <li key={day} className="flex gap-3">
          <span className="w-24 shrink-0">{words(`weekday.${day}`)}</span>
          <span>{hoursText(hours[day] ?? [])}</span>
        </li>
      ))}
    </ul>
  );
}

/** Leaves out what is not stated. */
const stated = (items: Description[]) => items.map((item) => ({ ...item, details: item.details || null }));
