import { type Context, requireSystem } from "@/lib/core/context";
import { loadExactMinutes } from "../ways/load-exact-minutes";
import { inSlices } from "../kernel/in-slices";
import { judgePairs } from "../kernel/judge-pairs";
import { loadRegionRecords } from "../load/load-records";
import type { Region } from "../load/regions";
import { type PairVerdict, pairVerdict } from "../kernel/rules";
import { missReach } from "../fits/hindrance";
import { reportRegion, seldom } from "./run-progress";
import { takeSnapshotInSlices } from "../kernel/snapshot";

/** How many pairs of a region fit, are to be checked, or are out. */
export type RegionCounts = Record<PairVerdict, number>;

/**
 * Judges the pairs of one region as of now, near misses too, and returns their numbers. Regions are independent of each other; repeating
 * one changes nothing.
 */
export async function judgeRegion(
  ctx: Context,
  { runId, region }: { runId: string; region: Region },
): Promise<RegionCounts> {
  requireSystem(ctx);
  await reportRegion(ctx, runId, region, 0);
  const records = await loadRegionRecords(ctx, region, missReach);
  const snapshot = await inSlices(takeSnapshotInSlices(records, ctx.now));
  const counts: RegionCounts = { fit: 0, check: 0, out: 0 };
  const exactMinutes = await loadExactMinutes(ctx, snapshot);
  const scope = { reach: missReach, failing: true, measure: false, exactMinutes };
  await inSlices(
    judgePairs(snapshot, scope, ({ failed, unknown }) => counts[pairVerdict(failed, unknown)]++),
    seldom((done) => reportRegion(ctx, runId, region, done)),
  );
  await reportRegion(ctx, runId, region, records.patients.length);
  return counts;
}
