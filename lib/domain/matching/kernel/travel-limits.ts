import { greatCircleKm } from "../../geo/distance";
import { estimateTravelMinutes } from "../../geo/travel-estimate";
import { type PatientColumns, limitKm, squaredChord } from "./pack-patients";
import type { TherapistColumns } from "./pack-therapists";

/** Bounds on squared chords: at or below `low` a limit surely holds, above `high` it surely does not. */
export type ChordBounds = { low: number; high: number };

/**
 * The bounds for `factor` times a patient's travel limit. Between them, a hair's breadth, rounding could decide, so
 * there the distance itself is computed.
 */
export function chordBounds(P: PatientColumns, p: number, factor: number): ChordBounds {
  if (P.hasLimit[p] === 0) return { low: -1, high: -1 };
  const chord = squaredChord(limitKm(P.records[p]!.travel, factor));
  if (chord >= 4) return { low: 5, high: 5 };
  return { low: chord * (1 - 1e-9) - 1e-20, high: chord * (1 + 1e-9) + 1e-20 };
}

/** Squared chord between a patient and a site; NaN when either place is not known. */
export function squaredChordBetween(P: PatientColumns, T: TherapistColumns, p: number, site: number): number {
  const dx = P.x[p]! - T.locations.x[site]!;
  const dy = P.y[p]! - T.locations.y[site]!;
  const dz = P.z[p]! - T.locations.z[site]!;
  return dx * dx + dy * dy + dz * dz;
}

/** Whether a site lies within `factor` times the limit, exactly. */
export function holdsExactly(
  P: PatientColumns,
  T: TherapistColumns,
  p: number,
  site: number,
  factor: number,
): boolean {
  const km = kmBetween(P, T, p, site);
  return limitHolds(P, p, km, estimateTravelMinutes(P.records[p]!.travel.mode, km), factor);
}

/** Whether some site of a therapist lies within `factor` times the limit. */
export function isWithin(
  P: PatientColumns,
  T: TherapistColumns,
  p: number,
  t: number,
  factor: number,
): boolean {
  const { low, high } = chordBounds(P, p, factor);
  for (let site = T.locations.start[t]!; site < T.locations.start[t + 1]!; site++) {
    const chord = squaredChordBetween(P, T, p, site);
    if (chord <= low || (chord <= high && holdsExactly(P, T, p, site, factor))) return true;
  }
  return false;
}

/** Whether a way keeps within `factor` times the limit in km and in minutes, as far as there is one. */
export function limitHolds(
  P: PatientColumns,
  p: number,
  km: number,
  minutes: number,
  factor: number,
): boolean {
  const { maxKm, maxMinutes } = P.records[p]!.travel;
  return (maxKm === null || km <= maxKm * factor) && (maxMinutes === null || minutes <= maxMinutes * factor);
}

/** Straight line between a patient and a site. */
export function kmBetween(P: PatientColumns, T: TherapistColumns, p: number, site: number): number {
  const { lat, lon, cosLat } = T.locations;
  return greatCircleKm(lat[site]! - P.lat[p]!, lon[site]! - P.lon[p]!, P.cosLat[p]!, cosLat[site]!);
}
