import { eq, sql } from "drizzle-orm";
import { practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/**
 * After a therapist moved from one mailbox to another, in the caller's transaction: the new one is not contacted
 * before the old one could have been, and the old one is removed when nothing is left of it.
 */
export async function leavePractice(ctx: Context, from: string, to: string): Promise<void> {
  const [left] = await ctx.db.select().from(practices).where(eq(practices.id, from));
  if (!left) return;
  const until = left.coolingUntil?.toISOString() ?? null;
  await ctx.db
    .update(practices)
    .set({ coolingUntil: sql`greatest(${practices.coolingUntil}, ${until}::timestamptz)` })
    .where(eq(practices.id, to));
  await removeUnusedPractice(ctx, from);
}

/** Removes a practice without therapists and without a history; leaves any other alone. In the caller's transaction. */
export async function removeUnusedPractice(ctx: Context, id: string): Promise<void> {
  // Held first, so that what somebody is adding to it right now is seen by the next statement.
  await ctx.db.select({ id: practices.id }).from(practices).where(eq(practices.id, id)).for("update");
  await ctx.db.execute(sql`
    delete from practices where id = ${id}
      and not exists (select 1 from therapists where practice_id = ${id})
      and not exists (select 1 from inquiries where practice_id = ${id})
      and not exists (select 1 from mails where practice_id = ${id})
      and not exists (select 1 from calls where practice_id = ${id})`);
}
