import { useTranslations } from "next-intl";
import { fieldId } from "@/components/form/form-state";
import type { FactKind, MissingFact } from "@/lib/domain/matching/fits/missing-facts";
import { paths } from "@/lib/paths";

/** The field of the record's form that tells a fact. */
const fields: Record<FactKind, string> = {
  "patient-birthDate": "birthDate",
  "patient-payer": "payer",
  "patient-place": "address.postalCode",
  "patient-limit": "travel.maxMinutes",
  "patient-gender": "gender",
  "patient-availability": "availability.mon",
  "patient-diagnoses": "diagnoses",
  "therapist-offers": "offers",
  "therapist-seat": "statutorySeat",
  "therapist-place": "locations.0.address.postalCode",
  "therapist-gender": "gender",
  "therapist-hours": "officeHours.mon",
  "therapist-stepFree": "locations.0.stepFree",
};

/** The address of the field in which a fact of a record is filled in. */
export function factPath({ of, fact }: MissingFact, id: string): string {
  const form = of === "patient" ? paths.admin.patientEdit(id) : paths.admin.therapistEdit(id);
  return `${form}#${fieldId("form", fields[`${of}-${fact}` as FactKind])}`;
}

/** What is to be found out, as a task. */
export function useFactWords(): (fact: MissingFact) => string {
  const t = useTranslations("staffFits.facts");
  return (fact) => (fact.of === "patient" ? t(`patient.${fact.fact}`) : t(`therapist.${fact.fact}`));
}
