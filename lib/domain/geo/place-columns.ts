import type { CoordinateSource, Coordinates } from "../vocabulary";
import { findPostcode } from "./postcodes";

/**
 * Where a new or changed address stands at once: at the coordinates that came with it, else in the middle of its
 * postcode, so that nobody falls out of an inquiry while the workflow geocode-address finds the very place.
 */
export function placeColumns(coordinates: Coordinates | null, postalCode: string) {
  const at = coordinates ?? findPostcode(postalCode);
  const source: CoordinateSource = coordinates ? "source" : at ? "postcode" : "none";
  return { lat: at?.lat ?? null, lon: at?.lon ?? null, coordinateSource: source, geocoderAskedAt: null };
}
