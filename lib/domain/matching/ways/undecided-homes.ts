import { setImmediate } from "node:timers/promises";
import { distanceKm } from "../../geo/distance";
import { leastTravelMinutes } from "../../geo/travel-estimate";
import { type Origin, cellOf, originAt } from "../../geo/travel-times";
import { inSlices } from "../kernel/in-slices";
import { judgePairs } from "../kernel/judge-pairs";
import type { ExactMinutes } from "../kernel/place-judge";
import { patientOrder } from "../kernel/turns";
import { type RuleId, ruleMask } from "../kernel/rules";
import { mapRows } from "../kernel/slices";
import type { Snapshot } from "../kernel/snapshot";

export type UndecidedScope = {
  /** Rules that do not count, as in `whoFitsPatient`. */
  ignore?: readonly RuleId[];
  /** Also homes and sites that another rule keeps apart; for a snapshot of few pairs. */
  failing?: boolean;
};

export type UndecidedHome = {
  /** The index of one patient who lives there. */
  patient: number;
  origin: Origin;
  cells: Set<string>;
};

/**
 * Slice by slice, the homes of which ways decide, with the cells of the sites that fit otherwise and could be near
 * enough at the greatest speed. Who waits longest comes first; between slices the process goes on answering.
 */
export async function* undecidedHomes(
  snapshot: Snapshot,
  { ignore = [], failing }: UndecidedScope,
): AsyncGenerator<UndecidedHome[]> {
  const { patients, therapists } = snapshot;
  const origins = await inSlices(originsOf(snapshot));
  const isAskable = (p: number) => origins[p] !== null && patients.records[p]!.travel.maxMinutes !== null;
  const order = patientOrder(patients.records).filter(isAskable);
  if (order.length === 0) return;
  const cells = await inSlices(siteCells(snapshot));
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
  for (let slice = slices.next(); !slice.done; slice = slices.next()) {
    await setImmediate();
    yield takeHomes();
  }

  /** Neighbours who travel alike are one home. */
  function takeHomes(): UndecidedHome[] {
    const byKey = new Map<string, UndecidedHome>();
    for (const [patient, sites] of found) {
      const origin = origins[patient]!;
      const together = byKey.get(origin.key)?.cells;
      if (together) for (const cell of sites) together.add(cell);
      else byKey.set(origin.key, { patient, origin, cells: sites });
    }
    found.clear();
    return [...byKey.values()];
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

/** A key is a hash, which takes longer than a number. */
const keysPerSlice = 250;

/** The home of each patient; null where it is not known or nobody can be asked. */
export function originsOf({ patients }: Snapshot): Generator<number, (Origin | null)[]> {
  return mapRows(
    patients.records,
    ({ coordinates, travel }) => (coordinates ? originAt(travel.mode, coordinates) : null),
    keysPerSlice,
  );
}

export function siteCells({ therapists }: Snapshot): Generator<number, string[]> {
  const { lat, lon } = therapists.locations;
  return mapRows(lat, (value, site) => cellOf({ lat: value, lon: lon[site]! }));
}
