import { z } from "zod";
import { changesOf } from "../changes-of";
import {
  address,
  coordinates,
  email,
  icd10,
  icd10Prefix,
  isoDay,
  language,
  line,
  optional,
  paragraph,
  phone,
  weeklyHours,
} from "../shared-schemas";
import { ageGroups, genders, methods, settings, triStates } from "../vocabulary";
import { therapistStatuses } from "./status";

export const offer = z.object({
  method: z.enum(methods),
  ageGroup: z.enum(ageGroups),
  setting: z.enum(settings),
});

export const location = z.object({
  address,
  coordinates: optional(coordinates),
  stepFree: z.enum(triStates).default("unknown"),
});
export type LocationInput = z.output<typeof location>;

/** What a therapist wants of patients; empty lists and nulls ask for nothing. */
export const wishes = z.object({
  ageMin: optional(z.number().int().min(0).max(120)),
  ageMax: optional(z.number().int().min(0).max(120)),
  genders: z.array(z.enum(["female", "male", "diverse"])).default([]),
  /** ICD-10 codes or prefixes that the practice treats. */
  diagnoses: z.array(icd10).max(60).default([]),
  /** ICD-10 codes or prefixes, such as "F2", that the practice does not treat. */
  excludedDiagnoses: z.array(icd10Prefix).max(60).default([]),
  groupOnly: z.boolean().default(false),
});
export type Wishes = z.output<typeof wishes>;

export const noWishes: Wishes = {
  ageMin: null,
  ageMax: null,
  genders: [],
  diagnoses: [],
  excludedDiagnoses: [],
  groupOnly: false,
};

/** Places that a therapist has told us of; after eight weeks they count as stale. */
const capacity = z.object({
  individual: z.number().int().min(0).max(50).default(0),
  group: z.number().int().min(0).max(50).default(0),
  from: isoDay,
  notedOn: isoDay,
});

/** A therapist as staff, the REST API and every directory adapter describe one. `null` or "unknown": not stated. */
export const therapistInput = z.object({
  salutation: line(40).default(""),
  title: line(80).default(""),
  gender: z.enum(genders).default("not_stated"),
  firstName: line(80).default(""),
  lastName: line(80).min(1),
  practiceName: line(160).default(""),
  locations: z.array(location).min(1).max(10),
  phone: optional(phone),
  fax: optional(phone),
  email: optional(email),
  website: line(300).default(""),
  statutorySeat: z.enum(triStates).default("unknown"),
  offers: z.array(offer).max(16).default([]),
  languages: z.array(language).max(20).default([]),
  phoneHours: weeklyHours.default({}),
  officeHours: weeklyHours.default({}),
  qualifications: z.array(line(160)).max(60).default([]),
  specialOffers: z.array(line(160)).max(60).default([]),
  video: z.enum(triStates).default("unknown"),
  wishes: wishes.default(noWishes),
  capacity: optional(capacity),
  potentiallyAvailable: z.boolean().default(false),
  potentiallyAvailableNote: paragraph(1000).default(""),
  informed: z.boolean().default(false),
  notes: paragraph(4000).default(""),
});
export type TherapistInput = z.output<typeof therapistInput>;

/** Changes to a therapist: every field may be left out and then stays as it is. */
export const therapistChanges = changesOf(therapistInput);
export type TherapistChanges = z.output<typeof therapistChanges>;

/** Why a therapist is blocked, for colleagues. */
export const blockReason = line(500).min(1);

export const therapistListFilter = z.object({
  status: z.enum(therapistStatuses).optional(),
  method: z.enum(methods).optional(),
  hasEmail: z.enum(["yes", "no"]).optional(),
  query: line(120).optional(),
  sort: z.enum(["name", "city", "created"]).default("name"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type TherapistListFilter = z.output<typeof therapistListFilter>;

/** What the REST API lists by: in order of creation, after the record named by `after`. */
export type TherapistPageFilter = {
  status?: (typeof therapistStatuses)[number];
  after?: string;
  limit: number;
};
