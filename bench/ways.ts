/**
 * What asking a router costs a matching run beside the router itself: `tsx bench/ways.ts [--therapists N] [--searches N]
 * [--round-ms N]`, with a PostgreSQL of its own, a made-up country and a router on this machine that answers at once
 * with ways that it makes up from the straight line.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sql } from "drizzle-orm";
import { count } from "@/scripts/command-line/options";
import { optionsOf } from "@/scripts/command-line/read-options";
import { database } from "@/db/client";
import { distanceKm } from "@/lib/domain/geo/distance";
import { estimateTravelMinutes } from "@/lib/domain/geo/travel-estimate";
import type { TravelMode } from "@/lib/domain/vocabulary";
import { startWorld } from "@/scripts/journey/world";
import { json, startForeignServer } from "@/tests/support/foreign-server";
import { fillDatabase } from "./fill-database";
import { watchBlocks } from "./watch-blocks";

const values = optionsOf({
  call: "npm run bench:ways",
  about: "What asking a router costs a matching run beside the router itself.",
  options: {
    therapists: count(8250, "therapists in the made-up country"),
    searches: count(2500, "searches in it"),
    "round-ms": count(5000, "how long each round asks, in milliseconds"),
  },
});
setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;
let questions = 0;
const router = await startForeignServer((response, request, body) => {
  questions++;
  const [, mode, list] = request.url!.split(/[/?]/) as [string, TravelMode, string];
  const places = list.split(";").map((place) => {
    const [lon, lat] = place.split(",").map(Number);
    return { lat: lat!, lon: lon! };
  });
  const durations = places.map((to) => 60 * estimateTravelMinutes(mode, distanceKm(places[0]!, to)));
  json({ code: "Ok", durations: [durations] })(response, request, body);
});
process.env.ROUTER_CAR_URL = `${router.url}car`;
process.env.ROUTER_BICYCLE_URL = `${router.url}bicycle`;
process.env.ROUTER_FOOT_URL = `${router.url}foot`;
const world = await startWorld();
const { askForRun } = await import("@/lib/domain/matching/run/ask-for-run");
const { findWays } = await import("@/lib/domain/matching/run/find-ways");
const { inSlices } = await import("@/lib/domain/matching/kernel/in-slices");
const { loadExactMinutes } = await import("@/lib/domain/matching/ways/load-exact-minutes");
const { loadMatchingRecords } = await import("@/lib/domain/matching/load/load-records");
const { requestMatchingRun } = await import("@/lib/domain/matching/run/request-run");
const { takeSnapshotInSlices } = await import("@/lib/domain/matching/kernel/snapshot");
const { startRun } = await import("@/lib/domain/matching/run/start-run");
const { ctx } = world;
try {
  await fillDatabase(database(), values.therapists, values.searches);
  await database().execute(sql`vacuum analyze`);
  const { runId } = await requestMatchingRun(ctx());
  await database().execute(sql`delete from outbox`);
  await startRun(ctx(), runId);
  let { left, ...found } = await measured(() => findWays(ctx(), runId));
  console.log(JSON.stringify({ step: "find-ways", left, ...found }));
  for (let round = 1; left > 0; round++) {
    const before = questions;
    const asked = await measured(() => askForRun(ctx(), runId, { forMs: values["round-ms"] }));
    left = asked.left;
    console.log(JSON.stringify({ step: `ask-for-ways-${round}`, questions: questions - before, ...asked }));
  }
  console.log(JSON.stringify({ step: "load-minutes", ...(await measureMinutes()) }));
} finally {
  await world.stop();
  router.close();
}

async function measureMinutes() {
  const snapshot = await inSlices(takeSnapshotInSlices(await loadMatchingRecords(ctx()), ctx().now));
  const before = usedBytes();
  const { exact, ...figures } = await measured(async () => ({
    exact: await loadExactMinutes(ctx(), snapshot),
  }));
  const keptMB = (usedBytes() - before) / 1e6;
  return { isKnown: exact?.(0, 0, 0) !== undefined, ...figures, keptMB: Math.round(keptMB) };
}

function usedBytes(): number {
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function measured<T extends object>(work: () => Promise<T>) {
  const stopWatching = watchBlocks();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const ms = Math.round(performance.now() - start);
  const blocks = stopWatching();
  const { user } = process.cpuUsage(cpu);
  return { ...result, ms, cpuMs: Math.round(user / 1e3), ...blocks };
}
