import { bigserial, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { createdAt, encryptedJson, id, instant } from "../columns";
import { inquiryForwards } from "./inquiries";
import { placements } from "./placements";
import { staff } from "./staff";

/** Who did what to whom. Rows are only ever added; a trigger refuses the rest. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: id(),
    at: instant().notNull(),
    actorKind: text().notNull(),
    actorId: text(),
    act: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    /** Ids, counts and names of fields; never their values. */
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [index().on(table.subjectKind, table.subjectId), index().on(table.at)],
);

/** The chain over the audit log: each hash covers the entry and the hash before it. */
export const auditSeals = pgTable("audit_seals", {
  position: bigserial({ mode: "number" }).primaryKey(),
  entryId: uuid()
    .notNull()
    .unique()
    .references(() => auditEntries.id),
  hash: text().notNull(),
});

/** Events that were decided in a transaction and wait for the relay. The id is the event's own id. */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    name: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    sentAt: instant(),
  },
  (table) => [
    index("outbox_unsent")
      .on(table.createdAt)
      .where(sql`sent_at is null`),
  ],
);

/** Links that were mailed or shown. Only the hash of the secret is kept. */
export const accessTokens = pgTable(
  "access_tokens",
  {
    id: id(),
    purpose: text()
      .$type<"confirm_email" | "patient_page" | "respond" | "stop_status_mails" | "calendar">()
      .notNull(),
    subjectId: uuid().notNull(),
    /** An inquiry's link that a colleague got: it answers, and neither names patients nor speaks for the practice. */
    forwardId: uuid().references(() => inquiryForwards.id, { onDelete: "cascade" }),
    tokenHash: text().notNull().unique(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (table) => [index().on(table.purpose, table.subjectId), index().on(table.forwardId)],
);

/** Settings that staff may change; absent means the default in lib/domain/settings. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: createdAt(),
  updatedBy: uuid().references(() => staff.id),
});

/** The fields that a second form changed, and what stood there before. */
export type RegisteredAgain = { fields: string[]; before: Record<string, unknown> };
export type TaskResult = { at: string; by: string; text: string };

/** Something a person has to do. */
export const tasks = pgTable(
  "tasks",
  {
    id: id(),
    kind: text()
      .$type<
        | "crisis"
        | "wrong_mailbox"
        | "mail_unknown"
        | "mail_failed"
        | "mail_bounced"
        | "no_contact"
        | "wrong_number"
        | "placement_unclear"
        | "wrong_data"
        | "placement_call"
        | "registered_again"
        | "registered_placed"
        | "taken_over"
      >()
      .notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    /** Of a task about what came of an acceptance: news of another one leaves it alone. */
    placementId: uuid().references(() => placements.id, { onDelete: "cascade" }),
    /** The mail that a call is made instead of, by the name of its template. */
    letter: text(),
    dueAt: instant().notNull(),
    createdAt: createdAt(),
    doneAt: instant(),
    doneBy: uuid().references(() => staff.id),
    /** What a later form of the same person changed, for a person to look at. */
    details: encryptedJson<RegisteredAgain>("tasks.details"),
    /** What came of it each time somebody ticked it off, oldest first. */
    results: encryptedJson<TaskResult[]>("tasks.results"),
  },
  (table) => [
    index().on(table.doneAt, table.dueAt),
    index().on(table.subjectId),
    index().on(table.placementId),
  ],
);
