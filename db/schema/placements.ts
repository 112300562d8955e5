import { sql } from "drizzle-orm";
import { customType, date, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { FailReason } from "@/lib/domain/placements/status";
import { createdAt, id, instant } from "../columns";
import { placementStatusEnum } from "./enums";
import { inquiryForwards, inquiryItems } from "./inquiries";
import { searches } from "./patients";
import { staff } from "./staff";
import { practices } from "./therapists";

/** One row for each acceptance that won: what came of it, and when. */
export const placements = pgTable(
  "placements",
  {
    id: id(),
    searchId: uuid()
      .notNull()
      .references(() => searches.id, { onDelete: "cascade" }),
    itemId: uuid()
      .notNull()
      .unique()
      .references(() => inquiryItems.id, { onDelete: "cascade" }),
    status: placementStatusEnum().notNull().default("accepted"),
    acceptedAt: instant().notNull(),
    /** Whose forwarded link said yes; null when it was the practice's own, or staff wrote it down. */
    acceptedByForwardId: uuid().references(() => inquiryForwards.id, { onDelete: "set null" }),
    /** When the patient was told of it. */
    toldAt: instant(),
    confirmedAt: instant(),
    /** The day that patient and practice agreed on for the first talk, as far as somebody told us. */
    firstTalkOn: date(),
    firstTalkAt: instant(),
    trialSessionsAt: instant(),
    startedAt: instant(),
    endedAt: instant(),
    endReason: text().$type<FailReason>(),
    /** When both sides were reminded or asked in the present state, and when a person was put on it. */
    askedAt: instant(),
    handedOverAt: instant(),
  },
  (table) => [
    uniqueIndex("one_open_placement_per_search")
      .on(table.searchId)
      .where(sql`status <> 'failed'`),
    index().on(table.status),
    index().on(table.acceptedByForwardId),
  ],
);

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** A practice's own form, such as its contract: offered to patients that the practice accepted. */
export const practiceForms = pgTable(
  "practice_forms",
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id, { onDelete: "cascade" }),
    name: text().notNull(),
    sizeBytes: integer().notNull(),
    content: bytes().notNull(),
    uploadedBy: uuid().references(() => staff.id),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.practiceId)],
);
