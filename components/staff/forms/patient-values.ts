import type { PatientInput } from "@/lib/domain/patients/schemas";
import { placeKey } from "@/lib/domain/shared-schemas";
import type { Locale } from "@/lib/i18n/locale";
import { dayValues, type FormState, listOf, textOf } from "../../form/form-state";
import { diagnosisCodes } from "../../form/diagnosis-codes";
import { checkedPlace } from "./checked-place";
import { languageNames, parseLanguageNames } from "./language-names";
import {
  boxValue,
  dayOrNull,
  numberOrNull,
  numberValue,
  pick,
  textOrNull,
  textWithLines,
  ticked,
  yesNoOrNull,
  yesNoValue,
} from "./raw-values";
import { hoursOf, hoursValues } from "./weekly-hours-text";

type Values = FormState["values"];
const texts = [
  "salutation",
  "firstName",
  "lastName",
  "generalPractitioner",
  "insurer",
  "insuranceNumber",
  "symptomsText",
  "heardFrom",
  "notes",
] as const;
const choices = ["gender", "wantedTherapistGender", "locale"] as const;
const boxes = [
  "reimbursementRoute",
  "consultationDone",
  "openToGroup",
  "openToVideo",
  "openToDiga",
  "stepFreeAccess",
] as const;
const addressParts = ["street", "houseNumber", "postalCode", "city"] as const;
const travelNumbers = ["maxMinutes", "maxKm"] as const;

/** What the patient form shows of a patient. */
export function patientValues(patient: PatientInput, locale: Locale): Values {
  return {
    ...pick([...texts, ...choices], (name) => patient[name]),
    ...pick(boxes, (name) => boxValue(patient[name])),
    ...pick(addressParts, (part) => patient.address[part], "address."),
    [checkedPlace("address.")]: placeKey(patient.address),
    ...dayValues("birthDate", patient.birthDate),
    ...dayValues("previousTherapyEndedOn", patient.previousTherapyEndedOn),
    ...dayValues("consultationOn", patient.consultationOn),
    ...hoursValues("availability", patient.availability),
    email: patient.email ?? "",
    phone: patient.phone ?? "",
    payer: patient.payer ?? "",
    "guardian.name": patient.guardian?.name ?? "",
    "guardian.phone": patient.guardian?.phone ?? "",
    "guardian.email": patient.guardian?.email ?? "",
    diagnoses: patient.diagnoses.join(", "),
    symptoms: patient.symptoms,
    previousTherapy: yesNoValue(patient.previousTherapy),
    "ptv11.acute": boxValue(patient.ptv11.acute),
    "ptv11.urgent": boxValue(patient.ptv11.urgent),
    "travel.mode": patient.travel.mode,
    ...pick(travelNumbers, (name) => numberValue(patient.travel[name]), "travel."),
    wantedMethods: patient.wantedMethods,
    languages: languageNames(patient.languages, locale),
  };
}

/**
 * What was typed into the patient form, for the schema to judge. Coordinates are left out: they belong to the
 * address and are found by the workflow.
 */
export function patientFromValues(values: Values): Record<string, unknown> {
  const guardian = {
    name: textOf(values, "guardian.name"),
    phone: textOrNull(values, "guardian.phone"),
    email: textOrNull(values, "guardian.email"),
  };
  return {
    ...pick(texts, (name) => textWithLines(values, name)),
    ...pick(choices, (name) => textOf(values, name) || undefined),
    ...pick(boxes, (name) => ticked(values, name)),
    address: pick(addressParts, (part) => textOf(values, `address.${part}`)),
    birthDate: dayOrNull(values, "birthDate"),
    email: textOrNull(values, "email"),
    phone: textOrNull(values, "phone"),
    guardian: Object.values(guardian).some(Boolean) ? guardian : null,
    payer: textOrNull(values, "payer"),
    diagnoses: diagnosisCodes(textOf(values, "diagnoses")),
    symptoms: listOf(values, "symptoms"),
    previousTherapy: yesNoOrNull(values, "previousTherapy"),
    previousTherapyEndedOn: dayOrNull(values, "previousTherapyEndedOn"),
    consultationOn: dayOrNull(values, "consultationOn"),
    ptv11: { acute: ticked(values, "ptv11.acute"), urgent: ticked(values, "ptv11.urgent") },
    availability: hoursOf(values, "availability"),
    travel: {
      mode: textOf(values, "travel.mode") || undefined,
      ...pick(travelNumbers, (name) => numberOrNull(values, `travel.${name}`)),
    },
    wantedMethods: listOf(values, "wantedMethods"),
    languages: parseLanguageNames(textOf(values, "languages")),
  };
}
