import { distanceKm } from "../geo/distance";
import type { Coordinates } from "../vocabulary";
import { warnings as say } from "./messages";

/** Germany's extent with a small margin, in degrees. */
const germany = { south: 47.2, north: 55.1, west: 5.8, east: 15.1 };
/** A practice is never this far from the middle of its postcode: the largest is under 30 km across. */
const farthestKm = 40;

/**
 * Coordinates of a source, or null with a warning where they are zero, swapped, outside Germany or far from the
 * postcode's centroid. A decimal comma is read as what it is. Nothing given: null without a warning.
 */
export function readCoordinates(
  lat: string,
  lon: string,
  centroid: Coordinates | null,
): { coordinates: Coordinates | null; warnings: string[] } {
  if (lat === "" && lon === "") return { coordinates: null, warnings: [] };
  const refused = (warning: string) => ({ coordinates: null, warnings: [warning] });
  const found = { lat: toNumber(lat), lon: toNumber(lon) };
  if (isInGermany({ lat: found.lon, lon: found.lat })) return refused(say.coordinatesSwapped());
  if (!isInGermany(found)) return refused(say.coordinatesInvalid(`${lat} / ${lon}`));
  const km = centroid ? Math.round(distanceKm(found, centroid)) : 0;
  if (km > farthestKm) return refused(say.coordinatesFar(km));
  return { coordinates: found, warnings: [] };
}

function toNumber(text: string): number {
  return /^-?\d{1,3}([.,]\d{1,15})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

function isInGermany({ lat, lon }: Coordinates): boolean {
  return lat > germany.south && lat < germany.north && lon > germany.west && lon < germany.east;
}
