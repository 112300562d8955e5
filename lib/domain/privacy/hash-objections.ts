import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { newId } from "@/db/columns";
import { objections } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { isHashed, storedValue } from "../therapists/objection-index";

const mostAtOnce = 500;

/**
 * Makes keyed hashes of the objections that were stored as readable text, and returns how many. Each holds at every
 * moment, since the day on which it was made; a repetition finds nothing. What was stored of one person before all keys
 * of a person carried the same `personId` gets one. For the system only.
 */
export async function hashObjections(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const stored = await ctx.db.select({ id: objections.id, value: objections.value }).from(objections);
  const readable = stored.filter(({ value }) => !isHashed(value)).map(({ id }) => id);
  for (let start = 0; start < readable.length; start += mostAtOnce)
    await inTransaction(ctx, (tx) => hashSome(tx, readable.slice(start, start + mostAtOnce)));
  await joinKeys(ctx);
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

/**
 * All keys of one objection were stored at the same instant, also those that were added under later names. Only where
 * an address or a domain objected at that instant, several people may have kept it when they moved: their keys stay
 * apart, so that lifting it for one of them does not lift it for another.
 */
async function joinKeys(ctx: Context): Promise<void> {
  await inTransaction(ctx, async ({ db }) => {
    const lacking = await db
      .select({ id: objections.id, createdAt: objections.createdAt })
      .from(objections)
      .where(and(eq(objections.kind, "person"), isNull(objections.personId)))
      .orderBy(asc(objections.id))
      .for("update");
    if (lacking.length === 0) return;
    const { kind, personId, createdAt } = objections;
    const stored = await db.select({ kind, personId, createdAt }).from(objections);
    const storedAt = Map.groupBy(stored, (row) => row.createdAt.getTime());
    for (const [instant, rows] of Map.groupBy(lacking, (row) => row.createdAt.getTime())) {
      const together = storedAt.get(instant) ?? [];
      const known = new Set(together.flatMap((row) => row.personId ?? []));
      if (known.size > 1 || together.some((row) => row.kind !== "person")) continue;
      const [one = newId()] = known;
      const ids = rows.map(({ id }) => id);
      await db.update(objections).set({ personId: one }).where(inArray(objections.id, ids));
    }
  });
}
