import { and, gt, inArray } from "drizzle-orm";
import { type CachedMinutes, travelTimes } from "@/db/schema";
import { currentTime } from "@/lib/core/clock";
import type { Context } from "@/lib/core/context";
import { blindIndex } from "@/lib/core/crypto";
import { env } from "@/lib/env";
import type { Coordinates, TravelMode } from "../vocabulary";
import { ServiceUnavailable } from "./ask-service";
import { distanceKm } from "./distance";
import { motisBatch, motisMinutes } from "./motis-one-to-many";
import { osrmBatch, osrmMinutes } from "./osrm-table";
import { type RoutedMinutes, noWay } from "./routed-minutes";
import { greatestReachFactor, leastTravelMinutes } from "./travel-estimate";

/** A home and how its person travels. Places are known to a cell, so that neighbours share what was asked. */
export type Origin = { mode: TravelMode; cell: string };
export type KnownTimes = { minutes: CachedMinutes; askAgainAt: Date | null };

const dayMs = 24 * 60 * 60 * 1000;
/** Streets change slowly, timetables in December and between. */
const keptMs: Record<TravelMode, number> = {
  car: 90 * dayMs,
  bicycle: 90 * dayMs,
  foot: 90 * dayMs,
  transit: 30 * dayMs,
};
const failureKeptMs = 15 * 60 * 1000;

/** About 110 by 70 metres: near enough for minutes, and the router learns no house number. */
export function cellOf({ lat, lon }: Coordinates): string {
  return `${lat.toFixed(3)},${lon.toFixed(3)}`;
}

export function isRouterConfigured(mode: TravelMode): boolean {
  return routerUrl(mode) !== undefined;
}

/** `reach` times the travel limit; farther where a router may find that a farther place is near enough. */
export function farthestReach(mode: TravelMode, reach: number): number {
  return isRouterConfigured(mode) ? Math.max(reach, greatestReachFactor(mode)) : reach;
}

/** What is remembered of ways from these homes, by `originKey`. Asks nobody. */
export async function findTravelTimes(
  ctx: Context,
  origins: readonly Origin[],
): Promise<Map<string, KnownTimes>> {
  const found = new Map<string, KnownTimes>();
  const keys = [...new Set(origins.map(originKey))];
  for (let start = 0; start < keys.length; start += 500) {
    const rows = await ctx.db
      .select()
      .from(travelTimes)
      .where(
        and(inArray(travelTimes.key, keys.slice(start, start + 500)), gt(travelTimes.expiresAt, ctx.now)),
      );
    for (const { key, minutes, askAgainAt } of rows) found.set(key, { minutes, askAgainAt });
  }
  return found;
}

/** Tells which home a row of the cache is about only to who holds the key and the home. */
export function originKey({ mode, cell }: Origin): string {
  return blindIndex(`travel ${mode} ${cell}`);
}

/**
 * Asks the mode's router for the ways from a home to some practices' cells, stores its answers, also those of no use,
 * and returns all that is known then. When the router fails, the home is not asked about for a quarter of an hour;
 * throws ServiceUnavailable then, and when the router is being left alone.
 */
export async function askTravelTimes(
  ctx: Context,
  origin: Origin,
  cells: readonly string[],
): Promise<CachedMinutes> {
  const batch = origin.mode === "transit" ? motisBatch : osrmBatch;
  let known = (await findTravelTimes(ctx, [origin])).get(originKey(origin))?.minutes ?? {};
  try {
    for (let start = 0; start < cells.length; start += batch) {
      const part = cells.slice(start, start + batch);
      known = await remember(ctx, origin, await askRouter(ctx, origin, part, known));
    }
    return known;
  } catch (error) {
    if (error instanceof ServiceUnavailable && error.wasAsked) await rememberFailure(ctx, origin);
    throw error;
  }
}

async function askRouter(
  ctx: Context,
  { mode, cell }: Origin,
  cells: string[],
  known: CachedMinutes,
): Promise<CachedMinutes> {
  const url = routerUrl(mode)!;
  const [from, to] = [placeOf(cell), cells.map(placeOf)];
  const ask = mode === "transit" ? motisMinutes : osrmMinutes;
  const answers = await ask(ctx, url, from, to);
  // Where no way leads anywhere, and never did, more likely the home was not found than that it is cut off.
  const isLost = ![...answers, ...Object.values(known)].some(isWay);
  const believable = (minutes: RoutedMinutes, i: number) =>
    isLost || minutes === null || isTooFast(mode, distanceKm(from, to[i]!), minutes) ? null : minutes;
  return Object.fromEntries(answers.map((minutes, i) => [cells[i]!, believable(minutes, i)]));
}

function isWay(minutes: RoutedMinutes): boolean {
  return minutes !== null && minutes !== noWay;
}

/** A router of another region puts both places on its nearest street and finds hardly any way between them. */
function isTooFast(mode: TravelMode, km: number, minutes: number): boolean {
  const cellKm = 0.3;
  return minutes !== noWay && minutes < leastTravelMinutes(mode, Math.max(0, km - cellKm));
}

/** Adds answers to the row of a home. Two writers at once may lose each other's answers, which are then asked again. */
async function remember(ctx: Context, origin: Origin, answers: CachedMinutes): Promise<CachedMinutes> {
  const key = originKey(origin);
  const before = (await findTravelTimes(ctx, [origin])).get(key);
  const minutes = { ...before?.minutes, ...answers };
  const expiresAt = new Date(ctx.now.getTime() + keptMs[origin.mode]);
  await ctx.db
    .insert(travelTimes)
    .values({ key, minutes, expiresAt })
    .onConflictDoUpdate({
      target: travelTimes.key,
      // What is remembered longest says when all is asked anew.
      set: before ? { minutes, askAgainAt: null } : { minutes, expiresAt, askAgainAt: null },
    });
  return minutes;
}

async function rememberFailure(ctx: Context, origin: Origin): Promise<void> {
  const askAgainAt = new Date(currentTime().getTime() + failureKeptMs);
  const expiresAt = new Date(ctx.now.getTime() + keptMs[origin.mode]);
  await ctx.db
    .insert(travelTimes)
    .values({ key: originKey(origin), minutes: {}, expiresAt, askAgainAt })
    .onConflictDoUpdate({ target: travelTimes.key, set: { askAgainAt } });
}

function placeOf(cell: string): Coordinates {
  const [lat, lon] = cell.split(",").map(Number) as [number, number];
  return { lat, lon };
}

function routerUrl(mode: TravelMode): string | undefined {
  const { ROUTER_CAR_URL, ROUTER_BICYCLE_URL, ROUTER_FOOT_URL, TRANSIT_ROUTER_URL } = env();
  const urls: Record<TravelMode, string | undefined> = {
    car: ROUTER_CAR_URL,
    bicycle: ROUTER_BICYCLE_URL,
    foot: ROUTER_FOOT_URL,
    transit: TRANSIT_ROUTER_URL,
  };
  return urls[mode];
}
