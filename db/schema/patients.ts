import {
  boolean,
  date,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { Method, Symptom, TravelMode, WantedGender, WeeklyHours } from "@/lib/domain/vocabulary";
import { createdAt, encryptedJson, encryptedText, id, instant, updatedAt } from "../columns";
import {
  consentKindEnum,
  coordinateSourceEnum,
  genderEnum,
  patientStatusEnum,
  payerEnum,
  searchStatusEnum,
} from "./enums";

/** Health data in the sense of Art. 9 GDPR: one encrypted value, read only by who may. */
export type HealthRecord = {
  insuranceNumber: string;
  diagnoses: string[];
  symptoms: Symptom[];
  symptomsText: string;
  previousTherapy: boolean | null;
  previousTherapyEndedOn: string | null;
  consultationDone: boolean;
  consultationOn: string | null;
  ptv11: { acute: boolean; urgent: boolean };
};

export const patients = pgTable(
  "patients",
  {
    id: id(),
    status: patientStatusEnum().notNull().default("open"),
    salutation: text().notNull().default(""),
    gender: genderEnum().notNull().default("not_stated"),
    firstName: text().notNull(),
    lastName: text().notNull(),
    birthDate: date(),
    street: text().notNull().default(""),
    houseNumber: text().notNull().default(""),
    postalCode: text().notNull(),
    city: text().notNull().default(""),
    lat: doublePrecision(),
    lon: doublePrecision(),
    coordinateSource: coordinateSourceEnum().notNull().default("none"),
    /** When a geocoder last said where this address is, or that it does not know. */
    geocoderAskedAt: instant(),
    email: encryptedText("patients.email"),
    /** Keyed hash of the address: finds it and its duplicates without reading it. */
    emailIndex: text(),
    emailVerifiedAt: instant(),
    /** A mail server said that the address does not exist; cleared when staff enters another. */
    emailBouncedAt: instant(),
    phone: encryptedText("patients.phone"),
    generalPractitioner: text().notNull().default(""),
    guardian: encryptedJson<{ name: string; phone: string | null; email: string | null }>(
      "patients.guardian",
    ),
    payer: payerEnum(),
    reimbursementRoute: boolean().notNull().default(false),
    insurer: text().notNull().default(""),
    health: encryptedJson<HealthRecord>("patients.health").notNull(),
    availability: jsonb().$type<WeeklyHours>().notNull().default({}),
    travelMode: text().$type<TravelMode>().notNull().default("car"),
    travelMaxMinutes: real(),
    travelMaxKm: real(),
    openToGroup: boolean().notNull().default(false),
    openToVideo: boolean().notNull().default(false),
    openToDiga: boolean().notNull().default(false),
    wantedTherapistGender: text().$type<WantedGender>().notNull().default("any"),
    wantedMethods: text().array().$type<Method[]>().notNull().default([]),
    languages: text().array().notNull().default([]),
    stepFreeAccess: boolean().notNull().default(false),
    heardFrom: text().notNull().default(""),
    notes: encryptedText("patients.notes"),
    locale: text().$type<"de" | "en">().notNull().default("de"),
    firstPlaceOn: date(),
    workingPlaceOn: date(),
    lastContactAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index().on(table.status),
    index().on(table.emailIndex),
    // Who lives near a practice: all that the search asks for, since it looks at everybody's own limit.
    index("patients_near_index").on(
      table.lat,
      table.lon,
      table.travelMode,
      table.travelMaxMinutes,
      table.travelMaxKm,
      table.openToVideo,
      table.id,
    ),
    // Who is alike in a region of two digits (lib/domain/inquiries/profile.ts).
    index("patients_area_index").on(sql`left(${table.postalCode}, 2)`),
    index("patients_name_index").on(
      sql`lower(${table.lastName}) collate "de-x-icu"`,
      sql`lower(${table.firstName}) collate "de-x-icu"`,
    ),
  ],
);

export const searches = pgTable(
  "searches",
  {
    id: id(),
    patientId: uuid()
      .notNull()
      .references(() => patients.id, { onDelete: "cascade" }),
    status: searchStatusEnum().notNull(),
    /** The waiting date; kept when a search comes back after a failed start. */
    since: instant().notNull(),
    pausedUntil: instant(),
    /** In people's own words, which may tell of their health. */
    pauseReason: encryptedText("searches.pause_reason"),
    /** Stands still only until a consent is given again. */
    pausedForConsent: boolean().notNull().default(false),
    placedItemId: uuid(),
    placedAt: instant(),
    /** When a search that had begun was ended without a place. */
    cancelledAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("one_running_search_per_patient")
      .on(table.patientId)
      .where(sql`status in ('unverified', 'active', 'paused')`),
    index().on(table.status, table.since),
    index().on(table.patientId, table.createdAt),
  ],
);

export const consents = pgTable(
  "consents",
  {
    id: id(),
    patientId: uuid()
      .notNull()
      .references(() => patients.id, { onDelete: "cascade" }),
    kind: consentKindEnum().notNull(),
    /** Version of the text that the person read. */
    version: text().notNull(),
    grantedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (table) => [
    uniqueIndex("one_consent_in_force_per_kind")
      .on(table.patientId, table.kind)
      .where(sql`withdrawn_at is null`),
  ],
);

/** What was typed into the intake form so far; encrypted, found by the hash of a cookie, deleted after seven days. */
export const intakeDrafts = pgTable("intake_drafts", {
  id: id(),
  tokenHash: text().notNull().unique(),
  data: encryptedJson<Record<string, string | string[]>>("intake_drafts.data").notNull(),
  expiresAt: instant().notNull(),
});
