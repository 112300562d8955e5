/**
 * How long a whole matching run takes, from the order to the stored proposals, over the embedded engine and a
 * PostgreSQL of its own with a made-up country: `tsx bench/run.ts [--therapists N] [--searches N]`. One line of JSON:
 * the steps called one after the other, the run as the engine conducts it, and the longest time in which the process
 * that also serves the pages could not answer.
 */
import { sql } from "drizzle-orm";
import { count } from "@/scripts/command-line/options";
import { optionsOf } from "@/scripts/command-line/read-options";
import { database } from "@/db/client";
import { getLatestRun } from "@/lib/domain/matching/run/get-latest-run";
import { judgeRegion } from "@/lib/domain/matching/run/judge-region";
import { proposeRun } from "@/lib/domain/matching/run/propose-run";
import { requestMatchingRun } from "@/lib/domain/matching/run/request-run";
import { startRun } from "@/lib/domain/matching/run/start-run";
import { type World, startWorld } from "@/scripts/journey/world";
import { fillDatabase } from "./fill-database";
import { watchBlocks } from "./watch-blocks";

const values = optionsOf({
  call: "npm run bench:run",
  about: "How long a whole matching run takes, from the order to the stored proposals.",
  options: {
    therapists: count(33000, "therapists in the made-up country"),
    searches: count(10000, "searches in it"),
  },
});

const world = await startWorld();
try {
  const [therapists, searches] = [values.therapists, values.searches];
  await fillDatabase(database(), therapists, searches, { past: searches });
  await world.ctx().db.execute(sql`vacuum analyze`);
  const steps = await measureSteps(world);
  await world.ctx().db.execute(sql`delete from inquiries where status = 'proposed'`);
  const run = await measureRun(world);
  console.log(
    JSON.stringify({
      therapists,
      searches,
      ...steps,
      ...run,
    }),
  );
} finally {
  await world.stop();
}

async function measureSteps({ ctx }: World) {
  const { runId } = await orderRun(ctx);
  const [{ regions }, startMs] = await timed(() => startRun(ctx(), runId));
  const stopWatchingJudge = watchBlocks();
  const [counts, judgeMs] = await timed(async () => {
    const all = [];
    for (const region of regions) all.push(await judgeRegion(ctx(), { runId, region }));
    return all;
  });
  const judge = stopWatchingJudge();
  const stopWatchingPropose = watchBlocks();
  const [, proposeMs] = await timed(() => proposeRun(ctx(), { runId, counts }));
  const blocks = { judge, propose: stopWatchingPropose() };
  return { regions: regions.length, startMs, judgeMs, proposeMs, blocks };
}

async function measureRun({ ctx, untilQuiet }: World) {
  const stopWatching = watchBlocks();
  const [run, totalMs] = await timed(async () => {
    await requestMatchingRun(ctx());
    await untilQuiet("run-matching");
    return getLatestRun(ctx());
  });
  const blocks = stopWatching();
  // The facts that are missing are counted after it.
  await untilQuiet("count-facts");
  if (run?.status !== "finished") throw new Error(`the run is ${run?.status}`);
  return {
    ...run.counts,
    totalMs,
    ...blocks,
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
  };
}

/** A run without its event, so that no workflow takes it up. */
async function orderRun(ctx: World["ctx"]) {
  const order = await requestMatchingRun(ctx());
  await ctx().db.execute(sql`delete from outbox where data ->> 'runId' = ${order.runId}`);
  return order;
}

async function timed<Result>(work: () => Promise<Result>): Promise<[result: Result, ms: number]> {
  const start = performance.now();
  const result = await work();
  return [result, Math.round(performance.now() - start)];
}
