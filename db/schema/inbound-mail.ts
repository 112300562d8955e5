import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { AttachmentRefusal, AttachmentType, Suggestion } from "@/lib/domain/inbox/status";
import { createdAt, encryptedBytes, encryptedJson, encryptedText, id, instant } from "../columns";
import { inboundKindEnum, inboundStateEnum } from "./enums";
import { inquiries } from "./inquiries";
import { mails } from "./mail";
import { patients } from "./patients";
import { staff } from "./staff";
import { practices } from "./therapists";

/** A mailbox that is read, and how far. Everything up to `lastUid` is stored. */
export const inboundMailboxes = pgTable("inbound_mailboxes", {
  id: id(),
  /** Account, server and folder; never the password. */
  name: text().notNull().unique(),
  uidValidity: text().notNull(),
  lastUid: bigint({ mode: "number" }).notNull().default(0),
  /** When it was last read to its end, and since when that fails, with the mail server's code. */
  readAt: instant(),
  failingSince: instant(),
  failureCode: text(),
});

/** What people read of a mail. All of it may be about somebody's health. */
export type InboundContent = {
  /** As written by the sender, without the mail that it answers. */
  text: string;
  quoted: string;
  /** Sanitised; empty where there was none. */
  html: string;
};

export type InboundSender = { name: string; address: string };

export const inboundMails = pgTable(
  "inbound_mails",
  {
    id: id(),
    mailboxId: uuid()
      .notNull()
      .references(() => inboundMailboxes.id),
    uidValidity: text().notNull(),
    uid: bigint({ mode: "number" }).notNull(),
    /** Keyed hash over Message-ID, sender, date and body: the same mail in another folder or after a restore. */
    fingerprint: text().notNull().unique(),
    /** Keyed hash of the Message-ID, for mails that answer this one. */
    messageIdIndex: text(),
    /** Mails that belong together share the id of the first. */
    threadId: uuid().notNull(),
    kind: inboundKindEnum().notNull(),
    state: inboundStateEnum().notNull(),
    sender: encryptedJson<InboundSender>("inbound_mails.sender").notNull(),
    senderIndex: text().notNull(),
    subject: encryptedText("inbound_mails.subject").notNull(),
    content: encryptedJson<InboundContent>("inbound_mails.content").notNull(),
    suggestion: encryptedJson<Suggestion>("inbound_mails.suggestion"),
    /** Bytes as the mail server counts them. */
    size: integer().notNull(),
    /** Our mail that this one answers or reports about. */
    answersMailId: uuid().references((): AnyPgColumn => mails.id, { onDelete: "set null" }),
    inquiryId: uuid().references(() => inquiries.id, { onDelete: "set null" }),
    practiceId: uuid().references(() => practices.id, { onDelete: "set null" }),
    patientId: uuid().references(() => patients.id, { onDelete: "cascade" }),
    /** Raised by every change, so that two people cannot overwrite each other. */
    version: integer().notNull().default(1),
    receivedAt: instant().notNull(),
    createdAt: createdAt(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => staff.id),
    /** Whether the mail server was told that the mail is stored. */
    marked: boolean().notNull().default(false),
  },
  (table) => [
    unique().on(table.mailboxId, table.uidValidity, table.uid),
    index().on(table.state, table.receivedAt),
    index().on(table.inquiryId),
    index().on(table.patientId),
    index().on(table.practiceId),
    index().on(table.threadId),
    index().on(table.messageIdIndex),
    index("inbound_mails_unmarked")
      .on(table.mailboxId, table.uid)
      .where(sql`not marked`),
  ],
);

/** Every mail that ever came in, also after it was deleted: what a restored mailbox brings back is not new. */
export const inboundFingerprints = pgTable("inbound_fingerprints", {
  fingerprint: text().primaryKey(),
  createdAt: createdAt(),
});

export const inboundAttachments = pgTable(
  "inbound_attachments",
  {
    id: id(),
    inboundMailId: uuid()
      .notNull()
      .references(() => inboundMails.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    name: encryptedText("inbound_attachments.name").notNull(),
    size: integer().notNull(),
    type: text().$type<AttachmentType>(),
    refused: text().$type<AttachmentRefusal>(),
    content: encryptedBytes("inbound_attachments.content"),
  },
  (table) => [
    unique().on(table.inboundMailId, table.position),
    check("kept_or_refused", sql`(${table.refused} is null) = (${table.content} is not null)`),
  ],
);
