/** Matches what is in DATABASE_URL once and prints one line of JSON; with `--sql` asks PostgreSQL the same. */
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { type Context, systemContext } from "@/lib/core/context";
import { proposeInquiries } from "@/lib/domain/inquiries/propose-inquiries";
import { composePresent } from "@/lib/domain/matching/compose/compose-now";
import { inSlices } from "@/lib/domain/matching/kernel/in-slices";
import { judgePairs } from "@/lib/domain/matching/kernel/judge-pairs";
import { loadKnowledge } from "@/lib/domain/matching/compose/load-knowledge";
import { loadMatchingRecords } from "@/lib/domain/matching/load/load-records";
import { collectPairs } from "@/lib/domain/matching/kernel/pair-table";
import { toInquiries } from "@/lib/domain/matching/run/propose-run";
import { atOnce } from "@/lib/domain/matching/kernel/slices";
import {
  type Snapshot,
  type SnapshotRecords,
  takeSnapshotInSlices,
} from "@/lib/domain/matching/kernel/snapshot";
import { strategyFor } from "@/lib/domain/matching/compose/strategy-in-force";
import { getSettings } from "@/lib/domain/settings/settings";
import { env } from "@/lib/env";
import { type LongestBlock, watchBlocks } from "../watch-blocks";
import { compareWithKernel } from "./compare";
import { hasPostgis, joinInSql } from "./sql-join";
import { makeTables } from "./sql-tables";

const at = new Date("2026-11-18T11:00:00Z");
const quietly = async () => {};
const noSql = { sqlMs: null, agreed: null, postgis: null, postgisMs: null };

const ctx = systemContext("bench", at);
const { snapshot, records, run, more } = await measureRun(ctx);
await closeDatabase();
const asked = process.argv.includes("--sql") ? await askSql(snapshot, records) : noSql;
const { sqlMs, ...comparison } = asked;
console.log(
  JSON.stringify({
    therapists: records.therapists.length,
    searches: records.patients.length,
    nearPairs: countNear(snapshot),
    ...run,
    sqlMs,
    sqlOverKernel: sqlMs === null ? null : Math.round((sqlMs / run.kernelMs) * 10) / 10,
    ...more,
    ...comparison,
  }),
);

/** A run as the workflow does it, with pauses; the longest time without an answer is that of the whole run. */
async function measureRun(ctx: Context) {
  const settings = await getSettings(ctx);
  const blocks: Record<string, LongestBlock> = {};
  const [{ records, snapshot }, loadMs] = await watched("load", blocks, async () => {
    const records = await loadMatchingRecords(ctx);
    return { records, snapshot: await inSlices(takeSnapshotInSlices(records, at), quietly) };
  });
  const [{ table: pairs, counts }, kernelMs] = await watched("kernel", blocks, () =>
    inSlices(collectPairs(snapshot), quietly),
  );
  const present = { records, snapshot, pairs, exactMinutes: undefined };
  const [{ composed, odds }, composeMs] = await watched("compose", blocks, async () => {
    const knowledge = await loadKnowledge(ctx, records.therapists, { learn: settings.learnOdds });
    const composed = await composePresent(present, settings, knowledge, null, quietly);
    return { composed, odds: knowledge.odds };
  });
  const [proposals, storeMs] = await watched("store", blocks, async () => {
    const proposals = await toInquiries(composed, present, odds);
    return proposeInquiries(ctx, { runId: null, proposals, maxParallel: settings.maxParallel });
  });
  const totalMs = loadMs + kernelMs + composeMs + storeMs;
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1024);
  const strategy = strategyFor(settings, odds.experience);
  const more = { storeMs, blocks, ...counts, strategy, experience: odds.experience, proposals };
  return { records, snapshot, run: { loadMs, kernelMs, composeMs, totalMs, peakMB }, more };
}

/** What one SQL join takes, where it agrees with the kernel on every pair; else this fails. */
async function askSql(snapshot: Snapshot, records: SnapshotRecords) {
  const sql = postgres(env().DATABASE_URL, { max: 1, onnotice: () => {}, prepare: false });
  try {
    await makeTables(sql, records);
    const sqlMs = await joinInSql(sql, at, "earthdistance");
    const agreed = await compareWithKernel(sql, snapshot);
    if (!(await hasPostgis(sql))) return { sqlMs, agreed, postgis: "not installed", postgisMs: null };
    const postgisMs = await joinInSql(sql, at, "postgis");
    await compareWithKernel(sql, snapshot);
    return { sqlMs, agreed, postgis: "installed", postgisMs };
  } finally {
    await sql.end();
  }
}

/** Pairs within the travel limit or by video, whatever the other rules say. */
function countNear(snapshot: Snapshot): number {
  let pairs = 0;
  atOnce(judgePairs(snapshot, { failing: true, measure: false }, () => pairs++));
  return pairs;
}

/** How long the work took, and the longest time in which the process could not answer meanwhile. */
async function watched<Result>(
  name: string,
  blocks: Record<string, LongestBlock>,
  work: () => Promise<Result>,
): Promise<[result: Result, ms: number]> {
  const stopWatching = watchBlocks();
  const start = performance.now();
  const result = await work();
  const ms = Math.round(performance.now() - start);
  blocks[name] = stopWatching();
  return [result, ms];
}
