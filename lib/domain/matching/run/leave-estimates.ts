import { and, eq, isNull } from "drizzle-orm";
import { type EstimateReason, matchingRuns, wayQuestions } from "@/db/schema";
import { type Context, requireSystem } from "@/lib/core/context";

/** Writes down why a running run goes on with estimates for some ways. The first reason stays; repeating changes nothing. */
export async function leaveEstimates(ctx: Context, runId: string, reason: EstimateReason): Promise<void> {
  requireSystem(ctx);
  const isRunning = and(eq(matchingRuns.id, runId), eq(matchingRuns.status, "running"));
  await ctx.db
    .update(matchingRuns)
    .set({ estimatedBecause: reason })
    .where(and(isRunning, isNull(matchingRuns.estimatedBecause)));
}

/** Ends asking for a run before all was asked: the rest stays estimates, and the run says why. */
export async function stopAsking(ctx: Context, runId: string, reason: "error" | "time"): Promise<void> {
  await leaveEstimates(ctx, runId, reason);
  await ctx.db.delete(wayQuestions).where(eq(wayQuestions.runId, runId));
}
