import type { Coordinates } from "../vocabulary";

/** Mean radius of the earth (IUGG), in kilometres. */
export const earthRadiusKm = 6371.0088;

/** Great-circle distance in kilometres (haversine on a sphere: within 0.6 % of the ellipsoid everywhere). */
export function distanceKm(from: Coordinates, to: Coordinates): number {
  const halfLat = Math.sin(radians(to.lat - from.lat) / 2);
  const halfLon = Math.sin(radians(to.lon - from.lon) / 2);
  const haversine = halfLat ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * halfLon ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
