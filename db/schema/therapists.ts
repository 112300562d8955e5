import {
  boolean,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { Wishes } from "@/lib/domain/therapists/schemas";
import type { ExclusionReason } from "@/lib/domain/therapists/status";
import type { Offer, WeeklyHours } from "@/lib/domain/vocabulary";
import { createdAt, encryptedText, id, instant, updatedAt } from "../columns";
import { coordinateSourceEnum, genderEnum, therapistStatusEnum, triStateEnum } from "./enums";
import { patients } from "./patients";

/** A practice is a mailbox: who shares an address is contacted as one. */
export const practices = pgTable("practices", {
  id: id(),
  name: text().notNull().default(""),
  /** `mail:` address, else `tel:` digits, else `own:` therapist id. */
  mailboxKey: text().notNull().unique(),
  email: text(),
  /** Since when nothing is written to the address: mails came back, or somebody said that it is not theirs. */
  emailBouncedAt: instant(),
  /** Who reads the mails there said that it is not this practice. */
  emailDisownedAt: instant(),
  phone: text(),
  /** Not contacted again before this instant. */
  coolingUntil: instant(),
  lastMailAt: instant(),
  lastCallAt: instant(),
  createdAt: createdAt(),
});

/** Where a field's value came from; staff means that imports leave it alone. */
export type Provenance = Record<string, { source: string; on: string }>;

export const therapists = pgTable(
  "therapists",
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    status: therapistStatusEnum().notNull().default("pending_review"),
    blockedReason: text(),
    blockedAt: instant(),
    salutation: text().notNull().default(""),
    title: text().notNull().default(""),
    gender: genderEnum().notNull().default("not_stated"),
    firstName: text().notNull().default(""),
    lastName: text().notNull(),
    phone: text(),
    fax: text(),
    website: text().notNull().default(""),
    statutorySeat: triStateEnum().notNull().default("unknown"),
    offers: jsonb().$type<Offer[]>().notNull().default([]),
    languages: text().array().notNull().default([]),
    phoneHours: jsonb().$type<WeeklyHours>().notNull().default({}),
    officeHours: jsonb().$type<WeeklyHours>().notNull().default({}),
    qualifications: text().array().notNull().default([]),
    specialOffers: text().array().notNull().default([]),
    video: triStateEnum().notNull().default("unknown"),
    wishes: jsonb().$type<Wishes>().notNull(),
    capacity: jsonb().$type<{ individual: number; group: number; from: string; notedOn: string }>(),
    potentiallyAvailable: boolean().notNull().default(false),
    potentiallyAvailableNote: text().notNull().default(""),
    informed: boolean().notNull().default(false),
    notes: encryptedText("therapists.notes"),
    /** Stable key of the person in the directory the record came from. */
    sourceKey: text(),
    provenance: jsonb().$type<Provenance>().notNull().default({}),
    fixedFields: text().array().notNull().default([]),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("one_therapist_per_source_key")
      .on(table.sourceKey)
      .where(sql`source_key is not null`),
    index().on(table.status),
    index().on(table.practiceId),
    // Who is near by video, wherever they are.
    index("therapists_video_index")
      .on(table.id)
      .where(sql`video = 'yes'`),
    index("therapists_name_index").on(
      sql`lower(${table.lastName}) collate "de-x-icu"`,
      sql`lower(${table.firstName}) collate "de-x-icu"`,
    ),
  ],
);

export const locations = pgTable(
  "locations",
  {
    id: id(),
    therapistId: uuid()
      .notNull()
      .references(() => therapists.id, { onDelete: "cascade" }),
    street: text().notNull().default(""),
    houseNumber: text().notNull().default(""),
    postalCode: text().notNull(),
    city: text().notNull().default(""),
    lat: doublePrecision(),
    lon: doublePrecision(),
    coordinateSource: coordinateSourceEnum().notNull().default("none"),
    /** When a geocoder last said where this address is, or that it does not know. */
    geocoderAskedAt: instant(),
    stepFree: triStateEnum().notNull().default("unknown"),
  },
  (table) => [
    // With the town, so that the list in the order of first towns reads nothing else.
    index("locations_of_therapist_index").on(table.therapistId, table.id, table.city),
    index().on(table.postalCode),
    // Who is near: matching looks for sites in a rectangle.
    index().on(table.lat, table.lon, table.therapistId),
  ],
);

/** Further keys under which directories know a therapist: a directory may hold one person twice. */
export const therapistSourceKeys = pgTable(
  "therapist_source_keys",
  {
    key: text().primaryKey(),
    therapistId: uuid()
      .notNull()
      .references(() => therapists.id, { onDelete: "cascade" }),
  },
  (table) => [index().on(table.therapistId)],
);

/** Who does not want to be contacted: a person, an address or a whole domain. Outlives every import. */
export const objections = pgTable(
  "objections",
  {
    id: id(),
    kind: text().$type<"person" | "address" | "domain">().notNull(),
    /** Keyed hash of what the objection is remembered by: nobody reads here who objected. */
    value: text().notNull(),
    /** For a person: the same under every key of theirs, also under former names. */
    personId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex().on(table.kind, table.value), index().on(table.personId)],
);

/** This patient is not proposed to this therapist, for good or until a day. */
export const exclusions = pgTable(
  "exclusions",
  {
    id: id(),
    patientId: uuid()
      .notNull()
      .references(() => patients.id, { onDelete: "cascade" }),
    therapistId: uuid()
      .notNull()
      .references(() => therapists.id, { onDelete: "cascade" }),
    reason: text().$type<ExclusionReason>().notNull(),
    until: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex().on(table.patientId, table.therapistId, table.reason),
    index().on(table.therapistId),
  ],
);
