import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CallResult } from "@/lib/domain/calls/status";
import type { ReviewLesson } from "@/lib/domain/inquiries/status";
import type { ItemOdds, UsualOdds } from "@/lib/domain/matching/odds/kept-odds";
import type { TriState } from "@/lib/domain/vocabulary";
import { createdAt, encryptedJson, encryptedText, id, instant } from "../columns";
import { callStatusEnum, inquiryChannelEnum, inquiryStatusEnum, itemOutcomeEnum } from "./enums";
import { patients, searches } from "./patients";
import { staff } from "./staff";
import { locations, practices, therapists } from "./therapists";

/** The router gave no answer, asking broke off, or time was over. */
export type EstimateReason = "router" | "error" | "time";

export const matchingRuns = pgTable("matching_runs", {
  id: id(),
  status: text().$type<"requested" | "running" | "finished" | "failed">().notNull().default("requested"),
  requestedBy: uuid().references(() => staff.id),
  createdAt: createdAt(),
  startedAt: instant(),
  finishedAt: instant(),
  /** When the run last came on. */
  progressAt: instant(),
  /** How far the step is that the run is at: patients judged (by region too), then inquiries stored; total 0: not known. */
  progress: jsonb().$type<{
    step: string;
    done: number;
    total: number;
    regions?: Record<string, number>;
    /** When the first region was begun. */
    judgingSince?: string;
    /** Of how many patients the ways were asked for, of those whose ways decide. */
    ways?: { done: number; total: number };
  }>(),
  /** Why some ways of this run are estimates although a router is configured; null where none is for such a reason. */
  estimatedBecause: text().$type<EstimateReason>(),
  /** What the run learned of practices in general; null where it made no estimates. */
  usualOdds: jsonb().$type<UsualOdds>(),
  /** Pairs by verdict, and inquiries proposed. */
  counts: jsonb().$type<{ fit: number; check: number; out: number; proposals: number }>(),
});

/** What a matching run still has to ask routers for. A row goes when it was asked. */
export const wayQuestions = pgTable(
  "way_questions",
  {
    id: id(),
    runId: uuid()
      .notNull()
      .references(() => matchingRuns.id),
    patientId: uuid()
      .notNull()
      .references(() => patients.id, { onDelete: "cascade" }),
    /** Only doubtful answers are renewed, or a router has failed before: asked last. */
    isRepeated: boolean().notNull(),
    /** Who waits longest has the lowest. */
    position: integer().notNull(),
    /** Where the practices are. Together they would give a home away. */
    cells: encryptedJson<string[]>("way_questions.cells").notNull(),
  },
  (table) => [
    unique().on(table.runId, table.patientId),
    index().on(table.runId, table.isRepeated, table.position),
    index().on(table.patientId),
  ],
);

/** What each fact that matching misses held up when it was last counted, after the run. Ids and numbers only. */
export const missingFactCounts = pgTable("missing_fact_counts", {
  /** A `FactKind`. */
  kind: text().primaryKey(),
  runId: uuid()
    .notNull()
    .references(() => matchingRuns.id),
  records: integer().notNull(),
  /** Null where nobody can be found without the fact. */
  pairs: integer(),
  others: integer(),
  most: jsonb().$type<{ id: string; pairs: number | null; withOthers: number }[]>().notNull(),
  countedAt: instant().notNull(),
});

export type AskedTherapist = { name: string; seat: TriState; city: string };

export const inquiries = pgTable(
  "inquiries",
  {
    id: id(),
    /** Short sign for mails and the telephone, such as "K7M4Q2"; says nothing about anyone. */
    reference: text().notNull().unique(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    therapistId: uuid()
      .notNull()
      .references(() => therapists.id),
    runId: uuid().references(() => matchingRuns.id),
    status: inquiryStatusEnum().notNull().default("proposed"),
    channel: inquiryChannelEnum().notNull(),
    cancelReason: text(),
    /** What a rejection in review taught, so that it can be taken back with it. */
    reviewLesson: jsonb().$type<ReviewLesson>(),
    createdAt: createdAt(),
    approvedAt: instant(),
    approvedBy: uuid().references(() => staff.id),
    sentAt: instant(),
    remindedAt: instant(),
    /** When the call was put on the list; like the reminder, this happens once by itself. */
    callPlannedAt: instant(),
    /** Nothing is done by itself before this instant. */
    postponedUntil: instant(),
    /** When it was put off because enough leave on the days before; it moves up when one has room. Null: a person put it off. */
    heldAt: instant(),
    /** A person goes on by hand; nothing is done by itself. */
    takenOverAt: instant(),
    takenOverBy: uuid().references(() => staff.id),
    /** Open once more for the next person: nobody is reminded or called this time. */
    reopenedAt: instant(),
    dueAt: instant(),
    closedAt: instant(),
    /** Whom it asked, as it was at sending: what a record of contacts has to say even if the practice changes. */
    asked: jsonb().$type<AskedTherapist>(),
    /** Raised by every change of the proposal, so that two reviewers cannot overwrite each other. */
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex("one_open_inquiry_per_mailbox")
      .on(table.practiceId)
      .where(sql`status in ('proposed', 'approved', 'sent')`),
    index().on(table.status, table.createdAt),
    index().on(table.therapistId),
  ],
);

export const inquiryItems = pgTable(
  "inquiry_items",
  {
    id: id(),
    inquiryId: uuid()
      .notNull()
      .references(() => inquiries.id, { onDelete: "cascade" }),
    searchId: uuid()
      .notNull()
      .references(() => searches.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    locationId: uuid().references(() => locations.id, { onDelete: "set null" }),
    distanceKm: real(),
    travelMinutes: real(),
    travelEstimated: boolean().notNull().default(true),
    /** Ids of the rules whose answer is unknown and that a person should look at. */
    checks: text().array().notNull().default([]),
    /** The estimated odds of an acceptance on which the proposal rested; null where none were estimated. */
    odds: jsonb().$type<ItemOdds>(),
    outcome: itemOutcomeEnum().notNull().default("pending"),
    note: encryptedText("inquiry_items.note"),
    /** Why this person does not suit, as a therapist chose it. */
    reason: encryptedText("inquiry_items.reason"),
    /** Followed somebody whose position was freed, without a review (docs/decisions). */
    offered: boolean().notNull().default(false),
    /** When that was: what happened before was not about this person. */
    offeredAt: instant(),
    /** "Ask again from this day", when a therapist answers "later". */
    laterOn: date(),
    outcomeAt: instant(),
  },
  (table) => [
    unique().on(table.inquiryId, table.searchId),
    unique().on(table.inquiryId, table.position),
    // Who follows in a freed position stands behind the six that were approved.
    check(
      "one_to_six_items",
      sql`${table.position} between 1 and 6 or (${table.offered} and ${table.position} between 7 and 12)`,
    ),
    uniqueIndex("one_accepted_item_per_search")
      .on(table.searchId)
      .where(sql`outcome = 'accepted'`),
    index().on(table.searchId, table.outcome),
  ],
);

/** To whom in the same practice an inquiry was sent on. */
export const inquiryForwards = pgTable(
  "inquiry_forwards",
  {
    id: id(),
    inquiryId: uuid()
      .notNull()
      .references(() => inquiries.id, { onDelete: "cascade" }),
    /** Null for an address that was typed. */
    therapistId: uuid().references(() => therapists.id, { onDelete: "set null" }),
    email: encryptedText("inquiry_forwards.email").notNull(),
    /** Of the mail that took it there. */
    mailId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.inquiryId), index().on(table.mailId)],
);

export const calls = pgTable(
  "calls",
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    inquiryId: uuid().references(() => inquiries.id, { onDelete: "cascade" }),
    status: callStatusEnum().notNull().default("planned"),
    plannedAt: instant().notNull(),
    doneAt: instant(),
    doneBy: uuid().references(() => staff.id),
    /** The first try is 1; who is not reached is tried again a few times. */
    attempt: integer().notNull().default(1),
    /** The practice asked to be called at this very time. */
    byAppointment: boolean().notNull().default(false),
    result: text().$type<CallResult>(),
    /** How long the practice said one would wait for a place, in weeks. */
    namedWaitWeeks: integer(),
    notes: encryptedText("calls.notes"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("one_planned_call_per_inquiry")
      .on(table.inquiryId)
      .where(sql`status = 'planned'`),
    index().on(table.status, table.plannedAt),
  ],
);

/**
 * Telephone numbers that are being called: one person at a time, until the claim runs out, and once a day. `number` has
 * digits only.
 */
export const phoneLines = pgTable("phone_lines", {
  number: text().primaryKey(),
  claimedBy: uuid().references(() => staff.id),
  claimedUntil: instant(),
  lastCalledOn: date(),
});
