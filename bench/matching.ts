/**
 * How long matching a whole country takes on one core: made-up Germany of 33,000 therapists and 10,000 searches, and
 * a quarter and (with `--large`) four times of both, to show the growth. One JSON line per size:
 * `tsx bench/matching.ts [--therapists N --searches N] [--large]`.
 */
import { parseArgs } from "node:util";
import { equalOdds } from "@/lib/domain/matching/acceptance-odds";
import { composeAtOnce, defaultPlacementSettings } from "@/lib/domain/matching/compose";
import { judgePairs } from "@/lib/domain/matching/judge-pairs";
import { collectAllPairs } from "@/lib/domain/matching/pair-table";
import { atOnce } from "@/lib/domain/matching/slices";
import { type Snapshot, takeSnapshotInSlices } from "@/lib/domain/matching/snapshot";
import { syntheticGermany } from "./synthetic-germany";

const { values } = parseArgs({
  options: {
    therapists: { type: "string", default: "33000" },
    searches: { type: "string", default: "10000" },
    large: { type: "boolean", default: false },
  },
});

for (const share of values.large ? [0.25, 1, 4] : [0.25, 1]) {
  measure(Math.round(Number(values.therapists) * share), Math.round(Number(values.searches) * share));
}

function measure(therapistCount: number, searchCount: number): void {
  const world = syntheticGermany(therapistCount, searchCount);
  const [snapshot, packMs] = timed(() =>
    atOnce(takeSnapshotInSlices(world, new Date("2026-11-18T11:00:00Z"))),
  );
  const near = countNear(snapshot);
  const [{ table, counts }, kernelMs] = timed(() => collectAllPairs(snapshot));
  const [proposals, composeMs] = timed(() =>
    composeAtOnce("oldest-first", snapshot, table, defaultPlacementSettings, {
      odds: equalOdds(),
      askedBefore: new Set(),
    }),
  );
  console.log(
    JSON.stringify({
      therapists: therapistCount,
      searches: searchCount,
      nearPairs: near.pairs,
      packMs,
      // Stops at the first failing rule, as the nightly run does; with all fifteen rules of every near pair below.
      kernelMs,
      kernelAllRulesMs: near.ms,
      longestSliceMs: near.longestSliceMs,
      composeMs,
      ...counts,
      proposals: proposals.length,
      items: proposals.reduce((sum, { items }) => sum + items.length, 0),
      rssMB: Math.round(process.memoryUsage().rss / 1e6),
    }),
  );
}

function countNear(snapshot: Snapshot) {
  let pairs = 0;
  let longest = 0;
  const start = performance.now();
  let sliceStart = start;
  for (const _ of judgePairs(snapshot, { failing: true, measure: false }, () => pairs++)) {
    const now = performance.now();
    longest = Math.max(longest, now - sliceStart);
    sliceStart = now;
  }
  return { pairs, ms: rounded(performance.now() - start), longestSliceMs: rounded(longest) };
}

function timed<Result>(work: () => Result): [result: Result, ms: number] {
  const start = performance.now();
  const result = work();
  return [result, rounded(performance.now() - start)];
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
