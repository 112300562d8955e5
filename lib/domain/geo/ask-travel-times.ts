import type { CachedMinutes } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { Coordinates, TravelMode } from "../vocabulary";
import { ServiceUnavailable } from "./ask-service";
import { distanceKm } from "./distance";
import { motisBatch, motisMinutes } from "./motis-one-to-many";
import { osrmBatch, osrmMinutes } from "./osrm-table";
import { type RoutedMinutes, isWay, noWay } from "./routed-minutes";
import { leastTravelMinutes } from "./travel-estimate";
import {
  type Origin,
  doubtfulKeptMs,
  findTravelTimes,
  missingCells,
  rememberTimes,
  routerUrl,
} from "./travel-times";

const failureKeptMs = 15 * 60 * 1000;

/**
 * Asks the mode's router for the ways from a home to some practices' cells that are not known yet, the nearest first,
 * and stores its answers, also those of no use. Begins no question after `endsAt` on the clock of `performance.now()` and returns how many
 * cells are left. A router that finds no way to the first hundred does not know this home: it is not asked about it
 * again for a day, and when it fails, for a quarter of an hour. Throws ServiceUnavailable when it fails, and when it is
 * being left alone.
 */
export async function askTravelTimes(
  ctx: Context,
  origin: Origin,
  cells: readonly string[],
  endsAt = Infinity,
): Promise<{ left: number }> {
  const remembered = (await findTravelTimes(ctx, [origin])).get(origin.key);
  const queue = nearestFirst(origin, missingCells(ctx, remembered, cells));
  let batch = origin.mode === "transit" ? motisBatch : osrmBatch;
  let known = remembered?.minutes ?? {};
  try {
    while (queue.length > 0 && performance.now() < endsAt) {
      const part = queue.slice(0, batch);
      const answers = await askRouter(ctx, origin, part, known);
      if (answers === "too-many") {
        batch = Math.ceil(part.length / 2);
        continue;
      }
      queue.splice(0, part.length);
      const isLost = queue.length > 0 && ![known, answers].some(hasWay);
      known = await rememberTimes(ctx, origin, answers, isLost ? after(ctx, doubtfulKeptMs) : null);
      if (isLost) return { left: 0 };
    }
    return { left: queue.length };
  } catch (error) {
    if (error instanceof ServiceUnavailable && error.wasAsked)
      await rememberTimes(ctx, origin, {}, after(ctx, failureKeptMs));
    throw error;
  }
}

async function askRouter(
  ctx: Context,
  { mode, cell }: Origin,
  cells: string[],
  known: CachedMinutes,
): Promise<CachedMinutes | "too-many"> {
  const [from, to] = [placeOf(cell), cells.map(placeOf)];
  const ask = mode === "transit" ? motisMinutes : osrmMinutes;
  const answers = await ask(ctx, routerUrl(mode)!, from, to);
  if (answers === "too-many") return answers;
  // Where no way leads anywhere, and never did, more likely the home was not found than that it is cut off.
  const isLost = !answers.some(isWay) && !hasWay(known);
  const believable = (minutes: RoutedMinutes, i: number) =>
    isLost || minutes === null || isTooFast(mode, distanceKm(from, to[i]!), minutes) ? null : minutes;
  return Object.fromEntries(answers.map((minutes, i) => [cells[i]!, believable(minutes, i)]));
}

function hasWay(minutes: CachedMinutes): boolean {
  return Object.values(minutes).some(isWay);
}

/** A router of another region puts both places on its nearest street and finds hardly any way between them. */
function isTooFast(mode: TravelMode, km: number, minutes: number): boolean {
  const cellKm = 0.3;
  return minutes !== noWay && minutes < leastTravelMinutes(mode, Math.max(0, km - cellKm));
}

function nearestFirst({ cell }: Origin, cells: readonly string[]): string[] {
  const home = placeOf(cell);
  const kmTo = new Map(cells.map((each) => [each, distanceKm(home, placeOf(each))]));
  return [...kmTo.keys()].toSorted((a, b) => kmTo.get(a)! - kmTo.get(b)!);
}

function placeOf(cell: string): Coordinates {
  const [lat, lon] = cell.split(",").map(Number) as [number, number];
  return { lat, lon };
}

function after({ now }: Context, ms: number): Date {
  return new Date(now.getTime() + ms);
}
