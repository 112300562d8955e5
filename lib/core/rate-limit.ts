import { and, eq, gt, sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema";
import type { Context } from "./context";
import { hashSecret } from "./crypto";
import { AppError } from "./errors";

/**
 * Counts one attempt under `key` and throws `rate-limited` when there were more than `max` in the running window.
 * The key is stored as a hash. Counting stands outside the caller's transaction only if `ctx` does.
 */
export async function limitRate(
  ctx: Context,
  key: string,
  max: number,
  windowSeconds: number,
): Promise<void> {
  const windowEndsAt = new Date(ctx.now.getTime() + windowSeconds * 1000);
  const now = ctx.now.toISOString();
  const [row] = await ctx.db
    .insert(rateLimits)
    .values({ key: hashSecret(key), count: 1, windowEndsAt })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${rateLimits.windowEndsAt} <= ${now}::timestamptz then 1 else ${rateLimits.count} + 1 end`,
        windowEndsAt: sql`case when ${rateLimits.windowEndsAt} <= ${now}::timestamptz then excluded.window_ends_at else ${rateLimits.windowEndsAt} end`,
      },
    })
    .returning({ count: rateLimits.count, windowEndsAt: rateLimits.windowEndsAt });
  if (!row || row.count <= max) return;
  const minutes = Math.max(1, Math.ceil((row.windowEndsAt.getTime() - ctx.now.getTime()) / 60_000));
  throw new AppError("rate-limited", "rate_limited", { params: { minutes } });
}

/** Takes back one counted attempt that turned out to be rightful. */
export async function giveBackRate(ctx: Context, key: string): Promise<void> {
  await ctx.db
    .update(rateLimits)
    .set({ count: sql`${rateLimits.count} - 1` })
    .where(and(eq(rateLimits.key, hashSecret(key)), gt(rateLimits.count, 0)));
}
