import { sql } from "drizzle-orm";
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
    .returning({ count: rateLimits.count });
  if (row && row.count > max) throw new AppError("rate-limited", "rate_limited");
}
