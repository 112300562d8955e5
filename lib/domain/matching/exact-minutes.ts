import { setImmediate, setTimeout } from "node:timers/promises";
import type { Context } from "@/lib/core/context";
import { logUnexpected } from "@/lib/core/unexpected";
import { ServiceUnavailable } from "../geo/ask-service";
import { noWay } from "../geo/routed-minutes";
import { leastTravelMinutes } from "../geo/travel-estimate";
import {
  type KnownTimes,
  type Origin,
  askTravelTimes,
  cellOf,
  findTravelTimes,
  isRouterConfigured,
  originKey,
} from "../geo/travel-times";
import { type TravelMode, travelModes } from "../vocabulary";
import { distanceKm } from "../geo/distance";
import { judgePairs } from "./judge-pairs";
import type { ExactMinutes } from "./kernel";
import { patientOrder } from "./proposals";
import { type RuleId, ruleMask } from "./rules";
import type { Snapshot } from "./snapshot";

export type AskOptions = {
  /** Do not begin another question after so many milliseconds. */
  forMs: number;
  /** Rules that do not count, as in `whoFitsPatient`. */
  ignore?: readonly RuleId[];
  /** Also ask where another rule keeps the pair out; for a snapshot of few pairs. */
  failing?: boolean;
};

/**
 * Asks the configured routers for the ways that are not known yet and that decide: of patients with a limit in minutes,
 * to every site that fits otherwise and could be near enough at the greatest speed. Who waits longest comes first.
 * Answers are kept, so that this can be repeated until `left` (homes not asked about) is 0; it never throws for a
 * router that fails. Between slices of a few milliseconds the process goes on answering.
 */
export async function askRouters(
  ctx: Context,
  snapshot: Snapshot,
  options: AskOptions,
): Promise<{ asked: number; left: number }> {
  const endsAt = performance.now() + options.forMs;
  const down = new Set<TravelMode>();
  let asked = 0;
  let left = 0;
  for (const homes of undecidedHomes(snapshot, options)) {
    await setImmediate();
    const known = await findTravelTimes(ctx, [...homes.keys()]);
    for (const [origin, cells] of homes) {
      const missing = missingCells(ctx, known.get(originKey(origin)), cells);
      if (missing.length === 0 || down.has(origin.mode)) continue;
      if (performance.now() >= endsAt) left++;
      else if (await isAnswered(ctx, origin, missing)) asked++;
      else down.add(origin.mode);
    }
  }
  return { asked, left };
}

/**
 * What the routers are known to say about the pairs of a snapshot, for `collectPairs`, `whoFitsPatient`,
 * `whoFitsTherapist` and `explainPair`; undefined where no router is configured. Asks nobody.
 */
export async function loadExactMinutes(ctx: Context, snapshot: Snapshot): Promise<ExactMinutes | undefined> {
  if (!travelModes.some(isRouterConfigured)) return undefined;
  const { patients, therapists } = snapshot;
  const origins = patients.records.map((_, p) => originOf(snapshot, p));
  const known = await findTravelTimes(
    ctx,
    origins.filter((origin) => origin !== null),
  );
  const timesOf = origins.map((origin) => (origin ? known.get(originKey(origin))?.minutes : undefined));
  const cells = siteCells(snapshot);
  return (patient, therapist, location) => {
    const minutes = timesOf[patient]?.[cells[therapists.locations.start[therapist]! + location]!];
    if (minutes === undefined || minutes === null) return undefined;
    return minutes === noWay ? Infinity : minutes;
  };
}

/** So long a page waits for routers, in milliseconds. */
const pagePatienceMs = 3000;

/**
 * For a page about few people: asks what is missing and returns what is known after three seconds at the latest. What
 * takes longer goes on in the background and is there for the next look.
 */
export async function exactMinutesFor(
  ctx: Context,
  snapshot: Snapshot,
  options: Omit<AskOptions, "forMs"> = {},
): Promise<ExactMinutes | undefined> {
  const asking = askRouters(ctx, snapshot, { ...options, forMs: pagePatienceMs }).catch((error: unknown) =>
    logUnexpected(error, "routing"),
  );
  await Promise.race([asking, setTimeout(pagePatienceMs, undefined, { ref: false })]);
  return loadExactMinutes(ctx, snapshot);
}

async function isAnswered(ctx: Context, origin: Origin, cells: string[]): Promise<boolean> {
  try {
    await askTravelTimes(ctx, origin, cells);
    return true;
  } catch (error) {
    if (error instanceof ServiceUnavailable) return false;
    throw error;
  }
}

function missingCells(ctx: Context, known: KnownTimes | undefined, cells: Set<string>): string[] {
  if (known?.askAgainAt && known.askAgainAt > ctx.now) return [];
  return [...cells].filter((cell) => known?.minutes[cell] === undefined);
}

/** Slice by slice, the homes of which ways decide, with the cells of the sites. */
function* undecidedHomes(
  snapshot: Snapshot,
  { ignore = [], failing }: AskOptions,
): Generator<Map<Origin, Set<string>>> {
  const { patients, therapists } = snapshot;
  const isAskable = (p: number) =>
    originOf(snapshot, p) !== null && patients.records[p]!.travel.maxMinutes !== null;
  const order = patientOrder(patients.records).filter(isAskable);
  if (order.length === 0) return;
  const cells = siteCells(snapshot);
  const least = leastMinutes(snapshot);
  const found = new Map<number, Set<string>>();
  const scope = { patients: order, ignore: ruleMask(ignore), failing, measure: false, exactMinutes: least };
  const slices = judgePairs(snapshot, scope, ({ patient, therapist }) => {
    const start = therapists.locations.start[therapist]!;
    const end = therapists.locations.start[therapist + 1]!;
    const { maxMinutes } = patients.records[patient]!.travel;
    for (let site = start; site < end; site++) {
      if (!((least(patient, therapist, site - start) ?? Infinity) <= maxMinutes!)) continue;
      const home = found.get(patient) ?? new Set();
      found.set(patient, home.add(cells[site]!));
    }
  });
  // Each slice ends with a whole patient.
  while (!slices.next().done) yield takeHomes();
  yield takeHomes();

  /** Neighbours who travel alike are one home. */
  function takeHomes(): Map<Origin, Set<string>> {
    const byKey = new Map<string, [Origin, Set<string>]>();
    for (const [patient, sites] of found) {
      const origin = originOf(snapshot, patient)!;
      const key = `${origin.mode} ${origin.cell}`;
      const together = byKey.get(key)?.[1];
      if (together) for (const cell of sites) together.add(cell);
      else byKey.set(key, [origin, sites]);
    }
    found.clear();
    return new Map(byKey.values());
  }
}

/** No way takes less than this; undefined where a place is not known. */
function leastMinutes({ patients, therapists }: Snapshot): ExactMinutes {
  const { lat, lon, start } = therapists.locations;
  return (patient, therapist, location) => {
    const site = start[therapist]! + location;
    const home = { lat: patients.lat[patient]!, lon: patients.lon[patient]! };
    const km = distanceKm(home, { lat: lat[site]!, lon: lon[site]! });
    return Number.isNaN(km) ? undefined : leastTravelMinutes(patients.records[patient]!.travel.mode, km);
  };
}

function originOf({ patients }: Snapshot, patient: number): Origin | null {
  const { coordinates, travel } = patients.records[patient]!;
  return coordinates && isRouterConfigured(travel.mode)
    ? { mode: travel.mode, cell: cellOf(coordinates) }
    : null;
}

function siteCells({ therapists }: Snapshot): string[] {
  const { lat, lon } = therapists.locations;
  return Array.from(lat, (value, site) => cellOf({ lat: value, lon: lon[site]! }));
}
