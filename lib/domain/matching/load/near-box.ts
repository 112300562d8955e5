import { earthRadiusKm } from "../../geo/distance";
import { farthestReach } from "../../geo/travel-times";
import { limitKm } from "../kernel/pack-patients";
import type { MatchingPatient } from "../kernel/records";
import { lonReachDegrees } from "../kernel/spatial-grid";

/** A rectangle of degrees. */
export type Box = { south: number; north: number; west: number; east: number };

/**
 * The rectangle that holds every place within `reach` times the travel limit of one of the patients, and some beyond,
 * also what only a router could find near enough; null when none of them has a place and a limit.
 */
export function boxWithinReach(patients: readonly MatchingPatient[], reach: number): Box | null {
  const boxes = patients.flatMap(({ coordinates, travel }): Box[] => {
    if (!coordinates || (travel.maxKm === null && travel.maxMinutes === null)) return [];
    const { lat, lon } = coordinates;
    const north =
      (limitKm(travel, farthestReach(travel.mode, reach)) / earthRadiusKm) * (180 / Math.PI) + 1e-6;
    const east = lonReachDegrees(lat, north) ?? 360;
    // A circle over the 180th meridian takes every meridian, as in the grid.
    const whole = lon - east < -180 || lon + east > 180;
    const [westmost, eastmost] = whole ? [-180, 180] : [lon - east, lon + east];
    return [{ south: lat - north, north: lat + north, west: westmost, east: eastmost }];
  });
  if (boxes.length === 0) return null;
  return boxes.reduce((a, b) => ({
    south: Math.min(a.south, b.south),
    north: Math.max(a.north, b.north),
    west: Math.min(a.west, b.west),
    east: Math.max(a.east, b.east),
  }));
}
