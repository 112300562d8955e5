import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** A text as German directories sort it: without regard to case, and Ö beside O instead of after Z. */
export function germanOrder(text: PgColumn): SQL {
  return sql`lower(${text}) collate "de-x-icu"`;
}
