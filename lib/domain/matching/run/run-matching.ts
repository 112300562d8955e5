import type { Context } from "@/lib/core/context";
import { askForRun } from "./ask-for-run";
import { findWays } from "./find-ways";
import { judgeRegion } from "./judge-region";
import { type RunCounts, proposeRun } from "./propose-run";
import { startRun } from "./start-run";

/** Carries out a whole run in one go, as the workflow does step by step; for programs without an engine. */
export async function runMatching(ctx: Context, runId: string): Promise<RunCounts> {
  const { regions } = await startRun(ctx, runId);
  for (let { left } = await findWays(ctx, runId); left > 0;) ({ left } = await askForRun(ctx, runId));
  const counts = [];
  for (const region of regions) counts.push(await judgeRegion(ctx, { runId, region }));
  return proposeRun(ctx, { runId, counts });
}
