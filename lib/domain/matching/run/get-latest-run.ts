import { desc } from "drizzle-orm";
import { matchingRuns } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";

export type MatchingRun = typeof matchingRuns.$inferSelect;

/** The newest matching run with its progress, or null before the first. */
export async function getLatestRun(ctx: Context): Promise<MatchingRun | null> {
  requireAbility(ctx, "inquiries.read");
  const [run] = await ctx.db.select().from(matchingRuns).orderBy(desc(matchingRuns.id)).limit(1);
  return run ?? null;
}
