import { and, eq, isNotNull, lt, notInArray, or } from "drizzle-orm";
import {
  accessTokens,
  geocodeCache,
  matchingRuns,
  outbox,
  rateLimits,
  staffSessions,
  travelTimes,
  wayQuestions,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Deletes what has done its service: events sent a week ago, links and sign-ins that ended a month ago, counted
 * attempts, remembered places and ways whose time is over, and what runs that ended left unasked. For the system only.
 */
export async function purgeExpired(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const before = (days: number) => new Date(ctx.now.getTime() - days * dayMs);
  await ctx.db.delete(outbox).where(and(isNotNull(outbox.sentAt), lt(outbox.sentAt, before(7))));
  await ctx.db
    .delete(accessTokens)
    .where(or(lt(accessTokens.expiresAt, before(30)), lt(accessTokens.revokedAt, before(30))));
  await ctx.db
    .delete(staffSessions)
    .where(or(lt(staffSessions.expiresAt, before(30)), lt(staffSessions.revokedAt, before(30))));
  await ctx.db.delete(rateLimits).where(lt(rateLimits.windowEndsAt, ctx.now));
  await ctx.db.delete(travelTimes).where(lt(travelTimes.expiresAt, ctx.now));
  const atWork = ctx.db
    .select({ id: matchingRuns.id })
    .from(matchingRuns)
    .where(eq(matchingRuns.status, "running"));
  await ctx.db.delete(wayQuestions).where(notInArray(wayQuestions.runId, atWork));
  await ctx.db.delete(geocodeCache).where(lt(geocodeCache.expiresAt, ctx.now));
}
