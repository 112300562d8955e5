import type { HealthRecord, patients } from "@/db/schema";
import { blindIndex } from "@/lib/core/crypto";
import type { PatientInput } from "./schemas";

export type PatientRow = typeof patients.$inferSelect;
type PatientColumns = Omit<
  typeof patients.$inferInsert,
  | "id"
  | "status"
  | "emailVerifiedAt"
  | "emailBouncedAt"
  | "createdAt"
  | "updatedAt"
  | "lat"
  | "lon"
  | "coordinateSource"
>;

/** The columns that hold what was said about a patient; the place is kept apart, see `placeColumns` in geo. */
export function patientColumns(input: PatientInput): PatientColumns {
  return {
    salutation: input.salutation,
    gender: input.gender,
    firstName: input.firstName,
    lastName: input.lastName,
    birthDate: input.birthDate,
    street: input.address.street,
    houseNumber: input.address.houseNumber,
    postalCode: input.address.postalCode,
    city: input.address.city,
    email: input.email,
    emailIndex: input.email === null ? null : blindIndex(input.email),
    phone: input.phone,
    generalPractitioner: input.generalPractitioner,
    guardian: input.guardian,
    payer: input.payer,
    reimbursementRoute: input.reimbursementRoute,
    insurer: input.insurer,
    health: healthOf(input),
    availability: input.availability,
    travelMode: input.travel.mode,
    travelMaxMinutes: input.travel.maxMinutes,
    travelMaxKm: input.travel.maxKm,
    openToGroup: input.openToGroup,
    openToVideo: input.openToVideo,
    openToDiga: input.openToDiga,
    wantedTherapistGender: input.wantedTherapistGender,
    wantedMethods: input.wantedMethods,
    languages: input.languages,
    stepFreeAccess: input.stepFreeAccess,
    heardFrom: input.heardFrom,
    notes: input.notes === "" ? null : input.notes,
    locale: input.locale,
  };
}

/** The record as forms and the REST API know it: the reverse of `patientColumns`. */
export function patientInputOf(row: PatientRow): PatientInput {
  const { lat, lon } = row;
  return {
    salutation: row.salutation,
    gender: row.gender,
    firstName: row.firstName,
    lastName: row.lastName,
    birthDate: row.birthDate,
    address: {
      street: row.street,
      houseNumber: row.houseNumber,
      postalCode: row.postalCode,
      city: row.city,
    },
    coordinates: lat === null || lon === null ? null : { lat, lon },
    email: row.email,
    phone: row.phone,
    generalPractitioner: row.generalPractitioner,
    guardian: row.guardian,
    payer: row.payer,
    reimbursementRoute: row.reimbursementRoute,
    insurer: row.insurer,
    ...row.health,
    availability: row.availability,
    travel: { mode: row.travelMode, maxMinutes: row.travelMaxMinutes, maxKm: row.travelMaxKm },
    openToGroup: row.openToGroup,
    openToVideo: row.openToVideo,
    openToDiga: row.openToDiga,
    wantedTherapistGender: row.wantedTherapistGender,
    wantedMethods: row.wantedMethods,
    languages: row.languages,
    stepFreeAccess: row.stepFreeAccess,
    heardFrom: row.heardFrom,
    notes: row.notes ?? "",
    locale: row.locale,
  };
}

function healthOf(input: PatientInput): HealthRecord {
  return {
    insuranceNumber: input.insuranceNumber,
    diagnoses: input.diagnoses,
    symptoms: input.symptoms,
    symptomsText: input.symptomsText,
    previousTherapy: input.previousTherapy,
    previousTherapyEndedOn: input.previousTherapyEndedOn,
    consultationDone: input.consultationDone,
    consultationOn: input.consultationOn,
    ptv11: input.ptv11,
  };
}
