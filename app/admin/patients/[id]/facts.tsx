import { useLocale, useTranslations } from "next-intl";
import { hoursText } from "@/components/staff/forms/weekly-hours-text";
import { languageNames } from "@/components/staff/forms/language-names";
import { Card } from "@/components/ui/card";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import type { PatientRecord } from "@/lib/domain/patients/get-patient";
import type { PatientInput } from "@/lib/domain/patients/schemas";
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
/** What is known under one or more fields of the record. */
export type Fact = Description & { fields: readonly (keyof PatientInput)[] };

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

/** Every fact of a record, in the order of the form. */
export function usePatientFacts(patient: PatientRecord): Fact[] {
  return [...usePersonFacts(patient), ...useHealthFacts(patient), ...useWishFacts(patient)];
}

function PersonFacts({ patient }: Props) {
  const t = useTranslations("staffPatients.person");
  return (
    <Card title={t("title")}>
      <DescriptionList items={stated(usePersonFacts(patient))} />
    </Card>
  );
}

function usePersonFacts(patient: PatientRecord): Fact[] {
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
  return [
    {
      fields: ["birthDate"],
      term: t("person.birthDate"),
      details:
        birthDate && `${formatDate(birthDate, locale)}${age === null ? "" : ` (${t("age", { age })})`}`,
    },
    {
      fields: ["birthDate"],
      term: t("columns.age"),
      details: birthDate === null && age !== null && t("age", { age }),
    },
    { fields: ["gender"], term: t("person.gender"), details: words(`gender.${patient.gender}`) },
    { fields: ["address"], term: t("person.address"), details: formatAddress(patient.address) },
    {
      fields: ["coordinates"],
      term: t("person.coordinates"),
      details: words(`coordinateSource.${patient.coordinateSource}`),
    },
    { fields: ["email"], term: t("person.email"), details: mail },
    {
      fields: ["phone"],
      term: t("person.phone"),
      details: phone && (
        <a href={telephoneLink(phone)} className="link">
          {phone}
        </a>
      ),
    },
    {
      fields: ["guardian"],
      term: t("person.guardian"),
      details: guardian && [guardian.name, guardian.phone, guardian.email].filter(Boolean).join(", "),
    },
    {
      fields: ["generalPractitioner"],
      term: t("person.generalPractitioner"),
      details: patient.generalPractitioner,
    },
    {
      fields: ["payer"],
      term: t("insurance.payer"),
      details: patient.payer ? words(`payer.${patient.payer}`) : words("triState.unknown"),
    },
    { fields: ["insurer"], term: t("insurance.insurer"), details: patient.insurer },
    { fields: ["insuranceNumber"], term: t("insurance.insuranceNumber"), details: patient.insuranceNumber },
    {
      fields: ["reimbursementRoute"],
      term: t("insurance.reimbursement"),
      details: patient.reimbursementRoute && words("triState.yes"),
    },
  ];
}

function HealthFacts({ patient, now }: Props) {
  const t = useTranslations("staffPatients.health");
  const ended = patient.previousTherapyEndedOn;
  return (
    <Card title={t("title")}>
      <DescriptionList items={stated(useHealthFacts(patient))} />
      {ended && isWithinTwoYears(ended, now) && <p className="mt-3 text-sm text-ink-soft">{t("twoYears")}</p>}
    </Card>
  );
}

function useHealthFacts(patient: PatientRecord): Fact[] {
  const t = useTranslations("staffPatients.health");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const { previousTherapy, previousTherapyEndedOn: ended, consultationOn, ptv11 } = patient;
  return [
    {
      fields: ["symptoms"],
      term: t("symptoms"),
      details: formatList(
        patient.symptoms.map((code) => words(`symptom.${code}`)),
        locale,
      ),
    },
    { fields: ["symptomsText"], term: t("symptomsText"), details: patient.symptomsText },
    { fields: ["diagnoses"], term: t("diagnoses"), details: patient.diagnoses.join(", ") },
    {
      fields: ["previousTherapy"],
      term: t("previousTherapy"),
      details:
        previousTherapy === null
          ? words("triState.unknown")
          : words(`triState.${previousTherapy ? "yes" : "no"}`),
    },
    {
      fields: ["previousTherapyEndedOn"],
      term: t("previousTherapyEndedOn"),
      details: ended && formatDate(ended, locale),
    },
    {
      fields: ["consultationDone", "consultationOn"],
      term: t("consultationDone"),
      details:
        patient.consultationDone &&
        (consultationOn ? formatDate(consultationOn, locale) : words("triState.yes")),
    },
    {
      fields: ["ptv11"],
      term: t("ptv11"),
      details: [ptv11.acute && t("acute"), ptv11.urgent && t("urgent")].filter(Boolean).join(", "),
    },
  ];
}

/** Two years after the end of a therapy, its day included; days are "YYYY-MM-DD". */
function isWithinTwoYears(endedOn: string, now: Date): boolean {
  return `${Number(endedOn.slice(0, 4)) + 2}${endedOn.slice(4)}` >= isoDayOf(now);
}

function WishFacts({ patient }: Props) {
  const t = useTranslations("staffPatients.wishes");
  return (
    <Card title={t("title")}>
      <DescriptionList items={stated(useWishFacts(patient))} />
    </Card>
  );
}

function useWishFacts(patient: PatientRecord): Fact[] {
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
  return [
    {
      fields: ["travel"],
      term: t("travel"),
      details: t("limit", { mode: words(`travelMode.${travel.mode}`), limit: formatList(limits, locale) }),
    },
    {
      fields: ["wantedTherapistGender"],
      term: t("therapistGender"),
      details: words(`wantedGender.${patient.wantedTherapistGender}`),
    },
    {
      fields: ["wantedMethods"],
      term: t("methods"),
      details:
        wantedMethods.length === 0
          ? t("anyMethod")
          : wantedMethods.map((method) => words(`method.${method}`)).join(", "),
    },
    {
      fields: ["languages"],
      term: t("languages"),
      details: languageNames(patient.languages.length > 0 ? patient.languages : ["de"], locale),
    },
    {
      fields: ["openToGroup", "openToVideo", "openToDiga"],
      term: t("openTo"),
      details: formatList(openTo, locale),
    },
    {
      fields: ["stepFreeAccess"],
      term: t("stepFree"),
      details: patient.stepFreeAccess && words("triState.yes"),
    },
    { fields: ["availability"], term: t("availability"), details: <Week hours={patient.availability} /> },
  ];
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
const stated = (items: readonly Description[]) =>
  items.map((item) => ({ ...item, details: item.details || null }));
