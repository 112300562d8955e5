import { type Context, requireSystem } from "@/lib/core/context";
import { isRouterConfigured } from "../geo/travel-times";
import { travelModes } from "../vocabulary";
import { askRouters } from "./exact-minutes";
import { inSlices } from "./in-slices";
import { leaveEstimates } from "./leave-estimates";
import { loadMatchingRecords } from "./load-records";
import { reportWays } from "./run-progress";
import { takeSnapshotInSlices } from "./snapshot";

/** So long one step asks, well within the time that an engine gives a step. */
const stepMs = 60_000;

/**
 * Asks the routers for one minute about the ways that decide in a run. `left` is 0 when there is nothing more to ask, at
 * once where no router is configured. What is never asked stays an estimate; that a router gave no answer is noted in the run.
 */
export async function askForRun(ctx: Context, runId: string): Promise<{ left: number }> {
  requireSystem(ctx);
  if (!travelModes.some(isRouterConfigured)) return { left: 0 };
  await reportWays(ctx, runId);
  const records = await loadMatchingRecords(ctx);
  const snapshot = await inSlices(takeSnapshotInSlices(records, ctx.now));
  const { left, unanswered } = await askRouters(ctx, snapshot, { forMs: stepMs });
  if (unanswered > 0) await leaveEstimates(ctx, runId, "router");
  return { left };
}
