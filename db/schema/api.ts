import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";
import { apiTokens } from "./staff";

/**
 * Requests that carried an Idempotency-Key, and what they made: the same request again makes nothing new. Only hashes
 * of key and content are kept.
 */
export const apiRequests = pgTable(
  "api_requests",
  {
    tokenId: uuid()
      .notNull()
      .references(() => apiTokens.id, { onDelete: "cascade" }),
    keyHash: text().notNull(),
    fingerprint: text().notNull(),
    /** What was made; set before the transaction commits. */
    resourceId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.tokenId, table.keyHash] }), index().on(table.createdAt)],
);
