import { type SQL, and, eq, ne, sql } from "drizzle-orm";
import { calls, inquiries } from "@/db/schema";
import type { Context } from "@/lib/core/context";

const lastAt = sql<Date | null>`max(coalesce(${calls.doneAt}, ${calls.plannedAt}))`.mapWith(calls.plannedAt);

const lastCallOf = (ctx: Context, inquiryId: string | typeof inquiries.id) =>
  ctx.db
    .select({ at: lastAt })
    .from(calls)
    .where(and(eq(calls.inquiryId, inquiryId), ne(calls.status, "cancelled")));

/** When the last call about an inquiry was tried, or is still to come; null when there never was one. */
export async function lastCallAtOf(ctx: Context, inquiryId: string): Promise<Date | null> {
  const [call] = await lastCallOf(ctx, inquiryId);
  return call?.at ?? null;
}

/** The same as a column of a query over inquiries. */
export const lastCallAtColumn = (ctx: Context): SQL<Date | null> =>
  sql<Date | null>`(${lastCallOf(ctx, inquiries.id)})`.mapWith(calls.plannedAt);
