import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FederalState } from "./federal-states";
import { sameTown } from "./town-names";

/** A German area postcode with the centroid of its area; `towns` has every town that shares it, `town` first. */
export type Postcode = {
  postalCode: string;
  lat: number;
  lon: number;
  town: string;
  towns: readonly string[];
  state: FederalState | null;
};

export type TownCheck = "ok" | "unknown-postcode" | "town-differs";

/** The postcode's centroid (WGS 84), towns and state, or null when it is no known area postcode. */
export function findPostcode(postalCode: string): Postcode | null {
  return table().get(postalCode) ?? null;
}

/** Every known postcode in ascending order; read from db/data/postcodes.tsv once per process. */
export function allPostcodes(): readonly Postcode[] {
  return [...table().values()];
}

/**
 * Whether a typed town fits its postcode. Spelling (umlauts, "St.", "a. d."), a district after the town's name
 * and an addition such as "(Saale)" do not count as a difference; neither does an empty town.
 */
export function postcodeTownMismatch(postalCode: string, town: string): TownCheck {
  const postcode = findPostcode(postalCode.trim());
  if (!postcode) return "unknown-postcode";
  if (town.trim() === "") return "ok";
  return postcode.towns.some((known) => sameTown(known, town)) ? "ok" : "town-differs";
}

let loaded: Map<string, Postcode> | null = null;

function table(): Map<string, Postcode> {
  loaded ??= new Map(readLines().map((line) => [line.slice(0, 5), toPostcode(line)]));
  return loaded;
}

function toPostcode(line: string): Postcode {
  const [postalCode = "", lat, lon, state, towns = ""] = line.split("\t");
  const list = towns.split("|");
  return {
    postalCode,
    lat: Number(lat),
    lon: Number(lon),
    town: list[0] ?? "",
    towns: list,
    state: state ? (state as FederalState) : null,
  };
}

/** The working directory is the project's root in every entrance; a script started elsewhere finds it from here. */
function readLines(): string[] {
  const inWorkingDirectory = join(process.cwd(), "db/data/postcodes.tsv");
  const file = existsSync(inWorkingDirectory)
    ? inWorkingDirectory
    : join(import.meta.dirname, "../../../db/data/postcodes.tsv");
  return readFileSync(file, "utf8").trimEnd().split("\n");
}
