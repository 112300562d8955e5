import { and, count, isNotNull, ne, or, sql } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/**
 * How many inquiries may still be proposed today (German time) when at most `perDay` leave a day; those proposed today
 * count unless they were rejected or withdrawn before they were sent. Null for no limit.
 */
export async function contactsLeftToday(ctx: Context, perDay: number | null): Promise<number | null> {
  if (perDay === null) return null;
  const isToday = sql`(${inquiries.createdAt} at time zone 'Europe/Berlin')::date = (${ctx.now.toISOString()}::timestamptz at time zone 'Europe/Berlin')::date`;
  const [row] = await ctx.db
    .select({ proposed: count() })
    .from(inquiries)
    .where(and(isToday, or(ne(inquiries.status, "cancelled"), isNotNull(inquiries.sentAt))));
  return Math.max(0, perDay - row!.proposed);
}
