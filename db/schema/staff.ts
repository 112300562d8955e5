import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { staffRoleEnum } from "./enums";

export const staff = pgTable("staff", {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  passwordHash: text().notNull(),
  role: staffRoleEnum().notNull(),
  /** In which they last read the desk; mails to them are written in it. */
  locale: text().$type<"de" | "en">().notNull().default("de"),
  active: boolean().notNull().default(true),
  createdAt: createdAt(),
});

/** A sign-in that can be revoked; the cookie carries only its id. */
export const staffSessions = pgTable(
  "staff_sessions",
  {
    id: id(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (table) => [index().on(table.staffId)],
);

export const apiTokens = pgTable("api_tokens", {
  id: id(),
  name: text().notNull(),
  tokenHash: text().notNull().unique(),
  scopes: text().array().notNull(),
  createdBy: uuid().references(() => staff.id),
  createdAt: createdAt(),
  lastUsedAt: instant(),
  revokedAt: instant(),
});

/** Attempts per key and window of time; see lib/core/rate-limit.ts. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  count: integer().notNull(),
  windowEndsAt: instant().notNull(),
});
