import { and, eq, getTableColumns, isNotNull, notLike, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { currentKeyId } from "@/db/cipher";
import {
  calls,
  inboundAttachments,
  inboundMails,
  inquiryForwards,
  inquiryItems,
  intakeDrafts,
  mails,
  ownContacts,
  patients,
  searches,
  tasks,
  therapists,
  travelTimes,
  wayQuestions,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { hashObjections } from "./hash-objections";

type Encrypted = {
  table: PgTable & { id: PgColumn };
  columns: string[];
  /** Rows in memory at once, where values are large. */
  batch?: number;
};

/** Every column that holds encrypted values. */
const encrypted: Encrypted[] = [
  { table: patients, columns: ["email", "phone", "guardian", "health", "notes"] },
  { table: searches, columns: ["pauseReason"] },
  { table: intakeDrafts, columns: ["data"] },
  { table: therapists, columns: ["notes"] },
  { table: inquiryItems, columns: ["note", "reason"] },
  { table: inquiryForwards, columns: ["email"] },
  { table: calls, columns: ["notes"] },
  { table: tasks, columns: ["details", "results"] },
  { table: ownContacts, columns: ["details"] },
  { table: mails, columns: ["recipient", "content"] },
  { table: travelTimes, columns: ["minutes"] },
  { table: wayQuestions, columns: ["cells"] },
  { table: inboundMails, columns: ["sender", "subject", "content", "suggestion"], batch: 20 },
  { table: inboundAttachments, columns: ["name", "content"], batch: 4 },
];

/**
 * Encrypts every value again that an older key encrypted, hashes objections that are still readable, and returns how
 * many. Can be stopped and repeated at any time; afterwards the older keys are not needed any more. For the system only.
 */
export async function rotateKeys(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  let rotated = await hashObjections(ctx);
  for (const { table, columns, batch = 200 } of encrypted) {
    for (const name of columns) rotated += await rotateColumn(ctx, table, name, batch);
  }
  return rotated;
}

async function rotateColumn(
  ctx: Context,
  table: Encrypted["table"],
  name: string,
  batch: number,
): Promise<number> {
  const column = getTableColumns(table)[name] as PgColumn;
  const isOld = and(isNotNull(column), notLike(sql`${column}::text`, `v1.${currentKeyId()}.%`));
  for (let rotated = 0; ;) {
    const rows = await ctx.db.select({ id: table.id, value: column }).from(table).where(isOld).limit(batch);
    if (rows.length === 0) return rotated;
    for (const { id, value } of rows) {
      // Only if nobody changed it meanwhile: then it has the new key already.
      await ctx.db
        .update(table)
        .set({ [name]: value })
        .where(and(eq(table.id, id), isOld));
    }
    rotated += rows.length;
  }
}
