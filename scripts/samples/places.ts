import { allPostcodes, type Postcode } from "@/lib/domain/geo/postcodes";
import type { Random } from "./random";

/** Real towns around one centre, how many of its practices each gets, and their real area codes. */
type Town = { town: string; areaCode: string; weight: number };
export type Area = { centre: { lat: number; lon: number }; towns: Town[] };

const town = (name: string, areaCode: string, weight: number): Town => ({ town: name, areaCode, weight });

export const areas = {
  aachen: {
    centre: { lat: 50.776, lon: 6.084 },
    towns: [
      town("Aachen", "0241", 60),
      town("Stolberg", "02402", 8),
      town("Eschweiler", "02403", 8),
      town("Herzogenrath", "02406", 6),
      town("Würselen", "02405", 6),
      town("Alsdorf", "02404", 6),
      town("Geilenkirchen", "02451", 5),
      town("Heinsberg", "02452", 5),
      town("Baesweiler", "02401", 3),
      town("Monschau", "02472", 2),
      town("Simmerath", "02473", 2),
    ],
  },
  koeln: {
    centre: { lat: 50.938, lon: 6.96 },
    towns: [
      town("Köln", "0221", 70),
      town("Leverkusen", "0214", 10),
      town("Hürth", "02233", 6),
      town("Frechen", "02234", 6),
      town("Bergisch Gladbach", "02202", 8),
      town("Brühl", "02232", 5),
      town("Pulheim", "02238", 5),
      town("Wesseling", "02236", 3),
      town("Rösrath", "02205", 3),
    ],
  },
  dueren: {
    centre: { lat: 50.804, lon: 6.48 },
    towns: [
      town("Düren", "02421", 40),
      town("Jülich", "02461", 12),
      town("Kerpen", "02237", 10),
      town("Erftstadt", "02235", 9),
      town("Euskirchen", "02251", 10),
      town("Bergheim", "02271", 9),
      town("Kreuzau", "02422", 4),
      town("Nideggen", "02427", 2),
      town("Langerwehe", "02423", 2),
      town("Linnich", "02462", 2),
    ],
  },
} satisfies Record<string, Area>;

export type Site = { postalCode: string; town: string; areaCode: string; lat: number; lon: number };

/** A place inside one of the area's towns, some hundred metres around a real postcode's centroid. */
export function inventSite(random: Random, area: Area): Site {
  const { town: name, areaCode } = random.weighted(area.towns.map((entry) => [entry, entry.weight] as const));
  return siteAt(random, random.pick(postcodesOf(name)), name, areaCode);
}

export function siteAt(random: Random, postcode: Postcode, name: string, areaCode: string): Site {
  const near = (degrees: number, spread: number) =>
    Number((degrees + (random.next() - 0.5) * spread).toFixed(6));
  const { postalCode, lat, lon } = postcode;
  return { postalCode, town: name, areaCode, lat: near(lat, 0.008), lon: near(lon, 0.012) };
}

/** Postcodes of a town in North Rhine-Westphalia, where all sample towns are. */
export function postcodesOf(name: string): Postcode[] {
  return allPostcodes().filter((postcode) => postcode.town === name && postcode.state === "NW");
}

/** Straight-line metres on the map, as directories give the distance from where one searched. */
export function metresBetween(from: { lat: number; lon: number }, to: { lat: number; lon: number }): number {
  const north = (from.lat - to.lat) * 111_200;
  const east = (from.lon - to.lon) * 111_200 * Math.cos((from.lat * Math.PI) / 180);
  return Math.round(Math.hypot(north, east));
}
