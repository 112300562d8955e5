import { eq, sql } from "drizzle-orm";
import { practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { germanInstant } from "../german-time";

/** "Ask me again in May": the mailbox is left alone until then, or longer where it cools longer. */
export async function askAgainFrom(ctx: Context, practiceId: string, day: string): Promise<void> {
  const from = germanInstant(day, 0).toISOString();
  await ctx.db
    .update(practices)
    .set({ coolingUntil: sql`greatest(${practices.coolingUntil}, ${from}::timestamptz)` })
    .where(eq(practices.id, practiceId));
}
