import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, encryptedJson, encryptedText, id, instant } from "../columns";
import { mailStatusEnum } from "./enums";
import { inquiries } from "./inquiries";
import { patients } from "./patients";
import { placements } from "./placements";
import { staff } from "./staff";
import { practices } from "./therapists";

/** What a mail looks like once rendered. Kept only while no mail server is configured, and then encrypted. */
export type MailContent = { subject: string; html: string; text: string };

export const mails = pgTable(
  "mails",
  {
    id: id(),
    template: text().notNull(),
    locale: text().$type<"de" | "en">().notNull().default("de"),
    patientId: uuid().references(() => patients.id, { onDelete: "cascade" }),
    practiceId: uuid().references(() => practices.id),
    staffId: uuid().references(() => staff.id),
    inquiryId: uuid().references(() => inquiries.id, { onDelete: "cascade" }),
    /** Of letters about what came of an acceptance. */
    placementId: uuid().references(() => placements.id, { onDelete: "set null" }),
    status: mailStatusEnum().notNull().default("queued"),
    /** The same occasion asks for the same mail only once. */
    occasion: text().notNull().unique(),
    recipient: encryptedText("mails.recipient"),
    /** Of the recipient's address; mails to one domain are counted, so that its server is not flooded. */
    recipientDomain: text(),
    /** A day that the mail speaks of, such as the end of a pause. */
    day: date(),
    /** Names the words it was written with; null before it was composed. */
    version: text(),
    content: encryptedJson<MailContent>("mails.content"),
    attempts: integer().notNull().default(0),
    errorCode: text(),
    createdAt: createdAt(),
    /** Not handed over before: quiet hours, a domain's daily cap, or a wait after a failed try. */
    notBefore: instant(),
    /** Since when a delivery is under way; long ago means that it died. */
    sendingSince: instant(),
    sentAt: instant(),
    /** When a mail server reported that it did not arrive after all. */
    bouncedAt: instant(),
  },
  (table) => [
    check(
      "exactly_one_recipient",
      sql`num_nonnulls(${table.patientId}, ${table.practiceId}, ${table.staffId}) = 1`,
    ),
    index().on(table.status, table.createdAt),
    index().on(table.inquiryId),
    index().on(table.patientId),
    index().on(table.recipientDomain, table.sendingSince),
  ],
);
