import { and, gt, inArray } from "drizzle-orm";
import { type CachedMinutes, travelTimes } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { blindIndex } from "@/lib/core/crypto";
import { env } from "@/lib/env";
import type { Coordinates, TravelMode } from "../vocabulary";
import { isWay } from "./routed-minutes";
import { greatestReachFactor } from "./travel-estimate";

/** A home and how its person travels. Places are known to a cell, so that neighbours share what was asked. */
export type Origin = {
  mode: TravelMode;
  cell: string;
  /** Tells which home a row of the cache is about, and by which router, only to who holds the key and the home. */
  key: string;
};
export type KnownTimes = {
  minutes: CachedMinutes;
  /** Set when the router was of no use the last time; it is not asked before this instant. */
  askAgainAt: Date | null;
  doubtfulUntil: Date | null;
  /** Cells of which it was said too long ago that no way leads there, or nothing. */
  outdated: ReadonlySet<string>;
};

type Row = typeof travelTimes.$inferSelect;

const dayMs = 24 * 60 * 60 * 1000;
/** Streets change slowly, timetables in December and between. */
const keptMs: Record<TravelMode, number> = {
  car: 90 * dayMs,
  bicycle: 90 * dayMs,
  foot: 90 * dayMs,
  transit: 30 * dayMs,
};
/** That no way leads somewhere is less often true than that a router was set up wrongly, which people mend. */
export const doubtfulKeptMs = dayMs;
/** Rows that are decrypted at once; in between the process answers others. */
const rowsPerRead = 20;

/** About 110 by 70 metres: near enough for minutes, and the router learns no house number. */
export function cellOf({ lat, lon }: Coordinates): string {
  return `${lat.toFixed(3)},${lon.toFixed(3)}`;
}

/** The home at a place; null where its mode has no router. */
export function originAt(mode: TravelMode, place: Coordinates): Origin | null {
  const router = routerUrl(mode);
  if (router === undefined) return null;
  const cell = cellOf(place);
  return { mode, cell, key: blindIndex(`travel ${mode} ${cell} by ${router}`) };
}

export function isRouterConfigured(mode: TravelMode): boolean {
  return routerUrl(mode) !== undefined;
}

export function routerUrl(mode: TravelMode): string | undefined {
  const { ROUTER_CAR_URL, ROUTER_BICYCLE_URL, ROUTER_FOOT_URL, TRANSIT_ROUTER_URL } = env();
  const urls: Record<TravelMode, string | undefined> = {
    car: ROUTER_CAR_URL,
    bicycle: ROUTER_BICYCLE_URL,
    foot: ROUTER_FOOT_URL,
    transit: TRANSIT_ROUTER_URL,
  };
  return urls[mode];
}

/** `reach` times the travel limit; farther where a router may find that a farther place is near enough. */
export function farthestReach(mode: TravelMode, reach: number): number {
  return isRouterConfigured(mode) ? Math.max(reach, greatestReachFactor(mode)) : reach;
}

/** What is remembered of ways from these homes, by the key of the home. Asks nobody. */
export async function findTravelTimes(
  ctx: Context,
  origins: readonly Origin[],
): Promise<Map<string, KnownTimes>> {
  const found = new Map<string, KnownTimes>();
  for await (const [key, times] of readTravelTimes(ctx, origins)) found.set(key, times);
  return found;
}

/** The same one by one, so that whoever reads a whole country need not hold it as it comes. */
export async function* readTravelTimes(
  ctx: Context,
  origins: readonly Origin[],
): AsyncGenerator<[key: string, times: KnownTimes]> {
  const keys = [...new Set(origins.map(({ key }) => key))];
  for (let start = 0; start < keys.length; start += rowsPerRead) {
    const part = inArray(travelTimes.key, keys.slice(start, start + rowsPerRead));
    const rows = await ctx.db
      .select()
      .from(travelTimes)
      .where(and(part, gt(travelTimes.expiresAt, ctx.now)));
    for (const row of rows) yield [row.key, stillBelieved(row, ctx.now)];
  }
}

/** The cells to which the way from a home is to be asked for, as far as it is known; none while it is let be. */
export function missingCells(ctx: Context, known: KnownTimes | undefined, cells: Iterable<string>): string[] {
  if (known?.askAgainAt && known.askAgainAt > ctx.now) return [];
  return [...cells].filter((cell) => known?.minutes[cell] === undefined);
}

function stillBelieved({ minutes, askAgainAt, doubtfulUntil }: Row, now: Date): KnownTimes {
  if (!doubtfulUntil || doubtfulUntil > now) return { minutes, askAgainAt, doubtfulUntil, outdated: nothing };
  const cells = Object.entries(minutes);
  return {
    minutes: Object.fromEntries(cells.filter(([, each]) => isWay(each))),
    askAgainAt,
    doubtfulUntil: null,
    outdated: new Set(cells.flatMap(([cell, each]) => (isWay(each) ? [] : [cell]))),
  };
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Adds answers to the row of a home, and until when it is not asked about again, and returns all minutes that are known
 * then. Two writers at once may lose each other's answers, which are then asked again.
 */
export async function rememberTimes(
  ctx: Context,
  origin: Origin,
  answers: CachedMinutes,
  askAgainAt: Date | null = null,
): Promise<CachedMinutes> {
  const after = (ms: number) => new Date(ctx.now.getTime() + ms);
  const before = (await findTravelTimes(ctx, [origin])).get(origin.key);
  const minutes = { ...before?.minutes, ...answers };
  const isDoubtful = !Object.values(minutes).every(isWay);
  const doubtfulUntil = isDoubtful ? (before?.doubtfulUntil ?? after(doubtfulKeptMs)) : null;
  const row = { minutes, askAgainAt, doubtfulUntil };
  const expiresAt = after(keptMs[origin.mode]);
  await ctx.db
    .insert(travelTimes)
    .values({ key: origin.key, ...row, expiresAt })
    .onConflictDoUpdate({
      target: travelTimes.key,
      // What is remembered longest says when all is asked anew; a row whose time is over begins anew.
      set: before ? row : { ...row, expiresAt },
    });
  return minutes;
}
