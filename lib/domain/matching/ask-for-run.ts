import { type Context, requireSystem } from "@/lib/core/context";
import { isRouterConfigured } from "../geo/travel-times";
import { travelModes } from "../vocabulary";
import { askRouters } from "./exact-minutes";
import { inSlices } from "./in-slices";
import { loadMatchingRecords } from "./load-records";
import { reportWays } from "./run-progress";
import { takeSnapshotInSlices } from "./snapshot";

/** So long one step asks, well within the time that an engine gives a step. */
const stepMs = 60_000;

/**
 * Asks the routers for one minute about the ways that decide in a run. `left` is 0 when there is nothing more to ask, at
 * once where no router is configured. What is never asked stays an estimate.
 */
export async function askForRun(ctx: Context, runId: string): Promise<{ left: number }> {
  requireSystem(ctx);
  if (!travelModes.some(isRouterConfigured)) return { left: 0 };
  await reportWays(ctx, runId);
  const records = await loadMatchingRecords(ctx);
  const snapshot = await inSlices(takeSnapshotInSlices(records, ctx.now));
  const { left } = await askRouters(ctx, snapshot, { forMs: stepMs });
  return { left };
}
