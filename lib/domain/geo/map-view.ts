import type { Coordinates } from "../vocabulary";
import { allPostcodes, findPostcode } from "./postcodes";

/** A part of the country in degrees. */
export type MapView = { south: number; north: number; west: number; east: number };

const kmPerDegree = 111.2;
/** A map shows at least so much of the land around, and this share more than what is asked for. */
const leastKm = 30;
const margin = 0.12;
/** A map is so high for its width. */
const flatness = 0.6;

/** The part of the land in which all these places lie, with some space around; null without a place. */
export function mapViewOf(places: readonly Coordinates[]): MapView | null {
  if (places.length === 0) return null;
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  const [south, north, west, east] = [
    Math.min(...lats),
    Math.max(...lats),
    Math.min(...lons),
    Math.max(...lons),
  ];
  const kmPerLon = kmPerDegree * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const span = (degrees: number, kmPer: number) => Math.max(degrees * kmPer * (1 + 2 * margin), leastKm);
  const [tall, broad] = [span(north - south, kmPerDegree), span(east - west, kmPerLon)];
  const wideKm = Math.max(broad, tall / flatness);
  const [wide, high] = [wideKm / kmPerLon, (wideKm * flatness) / kmPerDegree];
  const [lat, lon] = [(south + north) / 2, (west + east) / 2];
  return { south: lat - high / 2, north: lat + high / 2, west: lon - wide / 2, east: lon + wide / 2 };
}

/** The land in this view as dots: centres of postcode areas, one for each cell of a grid at the most. */
export function landDots({ south, north, west, east }: MapView, perSide = 22): Coordinates[] {
  const cells = new Map<number, Coordinates>();
  for (const { lat, lon } of allPostcodes()) {
    if (lat < south || lat > north || lon < west || lon > east) continue;
    const row = Math.floor(((lat - south) / (north - south)) * perSide);
    const column = Math.floor(((lon - west) / (east - west)) * perSide);
    const cell = row * (perSide + 1) + column;
    if (!cells.has(cell)) cells.set(cell, { lat, lon });
  }
  return [...cells.values()];
}

/** The middle of a postcode area, or of all areas whose postcode begins with these digits; null when there is none. */
export function postcodeCentre(digits: string): Coordinates | null {
  const one = findPostcode(digits);
  if (one) return { lat: one.lat, lon: one.lon };
  const all =
    digits.length < 2 ? [] : allPostcodes().filter(({ postalCode }) => postalCode.startsWith(digits));
  if (all.length === 0) return null;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { lat: mean(all.map(({ lat }) => lat)), lon: mean(all.map(({ lon }) => lon)) };
}
