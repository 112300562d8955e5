import { z } from "zod";
import { changesOf } from "../changes-of";
import { consentKinds } from "../consents/status";
import {
  address,
  coordinates,
  email,
  icd10,
  isoDay,
  language,
  line,
  optional,
  paragraph,
  phone,
  weeklyHours,
} from "../shared-schemas";
import { genders, methods, payers, symptoms, travelModes, wantedGenders, type Symptom } from "../vocabulary";
import { patientStatuses } from "./status";

const travel = z
  .object({
    mode: z.enum(travelModes).default("car"),
    maxMinutes: optional(z.number().int().min(5).max(240)),
    maxKm: optional(z.number().min(1).max(300)),
  })
  .refine((limit) => limit.maxMinutes !== null || limit.maxKm !== null, {
    error: "travel_limit",
    path: ["maxMinutes"],
  });

const guardian = z.object({ name: line(120), phone: optional(phone), email: optional(email) });

/**
 * A patient as the intake form, the staff form, the REST API and the files of `npm run journey` describe one.
 * `null` always means "not stated". Under 18, `guardian` says who else is to be asked.
 */
export const patientInput = z.object({
  salutation: line(40).default(""),
  gender: z.enum(genders).default("not_stated"),
  firstName: line(80).min(1),
  lastName: line(80).min(1),
  birthDate: optional(isoDay),
  address,
  /** Where known from a source; otherwise found by the workflow geocode-address. */
  coordinates: optional(coordinates),
  email: optional(email),
  phone: optional(phone),
  generalPractitioner: line(160).default(""),
  guardian: optional(guardian),
  payer: optional(z.enum(payers)),
  /** The patient asks for reimbursement by § 13 (3) SGB V: practices without a statutory seat fit too. */
  reimbursementRoute: z.boolean().default(false),
  insurer: line(120).default(""),
  insuranceNumber: line(40).default(""),
  diagnoses: z.array(icd10).max(20).default([]),
  symptoms: z
    .array(z.enum(symptoms as [Symptom, ...Symptom[]]))
    .max(symptoms.length)
    .default([]),
  symptomsText: paragraph(4000).default(""),
  previousTherapy: optional(z.boolean()),
  previousTherapyEndedOn: optional(isoDay),
  consultationDone: z.boolean().default(false),
  consultationOn: optional(isoDay),
  /** The boxes of form PTV 11. */
  ptv11: z
    .object({ acute: z.boolean().default(false), urgent: z.boolean().default(false) })
    .default({ acute: false, urgent: false }),
  availability: weeklyHours.default({}),
  travel,
  openToGroup: z.boolean().default(false),
  openToVideo: z.boolean().default(false),
  openToDiga: z.boolean().default(false),
  wantedTherapistGender: z.enum(wantedGenders).default("any"),
  /** Empty: any method. */
  wantedMethods: z.array(z.enum(methods)).max(4).default([]),
  /** ISO 639-1; the therapist must speak one of them. Empty: German. */
  languages: z.array(language).max(10).default([]),
  stepFreeAccess: z.boolean().default(false),
  heardFrom: line(160).default(""),
  notes: paragraph(4000).default(""),
  locale: z.enum(["de", "en"]).default("de"),
});
export type PatientInput = z.output<typeof patientInput>;

/** Changes to a patient: every field may be left out and then stays as it is. */
export const patientChanges = changesOf(patientInput);
export type PatientChanges = z.output<typeof patientChanges>;

/** The day from which someone counts as waiting; services older than this have no records here. */
export const waitingDay = isoDay.refine((day) => day >= "2000-01-01", { error: "dateTooEarly" });

/** Some number their people. */
const fileId = z.union([z.string().min(1).max(80), z.number().int().transform(String)]);

/** One element of a patients file: the REST resource; `id` and `waitingSince` come with it where they exist. */
export const patientFileEntry = patientInput.extend({
  id: fileId.optional(),
  waitingSince: waitingDay.optional(),
  excludedTherapists: z.array(fileId).default([]),
  consents: z.array(z.enum(consentKinds)).default(["processing", "sharing"]),
});
export type PatientFileEntry = z.output<typeof patientFileEntry>;

export const patientListFilter = z.object({
  status: z.enum(patientStatuses).optional(),
  query: line(120).optional(),
  sort: z.enum(["waiting", "name", "created"]).default("waiting"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type PatientListFilter = z.output<typeof patientListFilter>;

/** What the REST API lists by: in order of creation, after the record named by `after`. */
export type PatientPageFilter = { status?: (typeof patientStatuses)[number]; after?: string; limit: number };
