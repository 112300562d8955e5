import type { CachedMinutes } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { noWay } from "../../geo/routed-minutes";
import { type Origin, isRouterConfigured, readTravelTimes } from "../../geo/travel-times";
import { travelModes } from "../../vocabulary";
import { inSlices } from "../kernel/in-slices";
import type { ExactMinutes } from "../kernel/place-judge";
import { Numbering } from "../kernel/rows";
import { mapRows } from "../kernel/slices";
import type { Snapshot } from "../kernel/snapshot";
import { originsOf, siteCells } from "./undecided-homes";

/** Ways from one home: to the cells of these numbers, in rising order, it takes so many minutes. */
type HomeMinutes = { cells: Int32Array; minutes: Float64Array };

/**
 * What the routers are known to say about the pairs of a snapshot, for `collectPairs`, `whoFitsPatient`,
 * `whoFitsTherapist` and `explainPair`; undefined where no router is configured. Asks nobody, pauses every few
 * milliseconds, and holds twelve bytes for each way.
 */
export async function loadExactMinutes(ctx: Context, snapshot: Snapshot): Promise<ExactMinutes | undefined> {
  if (!travelModes.some(isRouterConfigured)) return undefined;
  const { start } = snapshot.therapists.locations;
  const origins = await inSlices(originsOf(snapshot));
  const numbering = new Numbering();
  const cells = await inSlices(siteCells(snapshot));
  const cellOfSite = Int32Array.from(await inSlices(mapRows(cells, (cell) => numbering.numberOf(cell))));
  const byHome = await loadByHome(ctx, origins, numbering);
  const homes = origins.map((origin) => origin && byHome.get(origin.key));
  return (patient, therapist, location) => {
    const home = homes[patient];
    const minutes = home && minutesTo(home, cellOfSite[start[therapist]! + location]!);
    return minutes === noWay ? Infinity : (minutes ?? undefined);
  };
}

async function loadByHome(
  ctx: Context,
  origins: readonly (Origin | null)[],
  numbering: Numbering,
): Promise<Map<string, HomeMinutes>> {
  const byHome = new Map<string, HomeMinutes>();
  const known = origins.filter((origin) => origin !== null);
  for await (const [key, { minutes }] of readTravelTimes(ctx, known))
    byHome.set(key, pack(minutes, numbering));
  return byHome;
}

function pack(known: CachedMinutes, numbering: Numbering): HomeMinutes {
  const ways: [cell: number, minutes: number][] = [];
  for (const [key, minutes] of Object.entries(known)) {
    const cell = numbering.find(key);
    if (cell !== undefined && minutes !== null) ways.push([cell, minutes]);
  }
  ways.sort(([a], [b]) => a - b);
  return {
    cells: Int32Array.from(ways, ([cell]) => cell),
    minutes: Float64Array.from(ways, ([, minutes]) => minutes),
  };
}

function minutesTo({ cells, minutes }: HomeMinutes, cell: number): number | undefined {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cells[middle]! < cell) low = middle + 1;
    else high = middle;
  }
  return cells[low] === cell ? minutes[low] : undefined;
}
