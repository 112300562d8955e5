import { inArray, sql } from "drizzle-orm";
import { objections } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { isHashed, storedValue } from "../therapists/objection-index";

const mostAtOnce = 500;

/**
 * Makes keyed hashes of the objections that were stored as readable text, and returns how many. Each holds at every
 * moment, since the day on which it was made; a repetition finds nothing. For the system only.
 */
export async function hashObjections(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const stored = await ctx.db.select({ id: objections.id, value: objections.value }).from(objections);
  const readable = stored.filter(({ value }) => !isHashed(value)).map(({ id }) => id);
  for (let start = 0; start < readable.length; start += mostAtOnce)
    await inTransaction(ctx, (tx) => hashSome(tx, readable.slice(start, start + mostAtOnce)));
  return readable.length;
}

async function hashSome({ db }: Context, ids: string[]): Promise<void> {
  // What was taken back meanwhile is not there any more, and stays taken back.
  const rows = await db.delete(objections).where(inArray(objections.id, ids)).returning();
  if (rows.length === 0) return;
  await db
    .insert(objections)
    .values(rows.map((row) => ({ ...row, value: storedValue(row) })))
    .onConflictDoUpdate({
      target: [objections.kind, objections.value],
      set: { createdAt: sql`least(${objections.createdAt}, excluded.created_at)` },
    });
}
