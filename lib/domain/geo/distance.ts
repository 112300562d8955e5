import type { Coordinates } from "../vocabulary";

/** Mean radius of the earth (IUGG), in kilometres. */
export const earthRadiusKm = 6371.0088;

/** Great-circle distance in kilometres (haversine on a sphere: within 0.6 % of the ellipsoid everywhere). */
export function distanceKm(from: Coordinates, to: Coordinates): number {
  return greatCircleKm(to.lat - from.lat, to.lon - from.lon, cosOfLat(from.lat), cosOfLat(to.lat));
}

/** The same distance from the differences in degrees, for who has the cosines of both latitudes at hand. */
export function greatCircleKm(
  latBetween: number,
  lonBetween: number,
  cosFrom: number,
  cosTo: number,
): number {
  const halfLat = Math.sin(radians(latBetween) / 2);
  const halfLon = Math.sin(radians(lonBetween) / 2);
  const haversine = halfLat * halfLat + cosFrom * cosTo * (halfLon * halfLon);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

export function cosOfLat(lat: number): number {
  return Math.cos(radians(lat));
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
