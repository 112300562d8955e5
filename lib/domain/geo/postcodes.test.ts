import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { federalStates } from "./federal-states";
import { allPostcodes, findPostcode, postcodeTownMismatch } from "./postcodes";

test("every German area postcode is there once, with coordinates inside Germany, a town and a state", () => {
  const all = allPostcodes();
  expect(all.length).toBe(8168);
  expect(new Set(all.map((entry) => entry.postalCode)).size).toBe(all.length);
  for (const { postalCode, lat, lon, town, state } of all) {
    expect(postalCode).toMatch(/^\d{5}$/);
    expect(lat > 47.2 && lat < 55.1 && lon > 5.8 && lon < 15.1, postalCode).toBe(true);
    expect(town, postalCode).not.toBe("");
    expect(Object.keys(federalStates), postalCode).toContain(state);
  }
  expect(new Set(all.map((entry) => entry.state)).size).toBe(16);
});

test("the file stays small enough to ship", () => {
  expect(statSync("db/data/postcodes.tsv").size).toBeLessThan(600_000);
});

test("a postcode is found with centroid, post town and state", () => {
  expect(findPostcode("52062")).toMatchObject({ town: "Aachen", state: "NW", lat: 50.7771, lon: 6.0864 });
  expect(findPostcode("01067")).toMatchObject({ town: "Dresden", state: "SN" });
  expect(findPostcode("22145")).toMatchObject({ town: "Hamburg", state: "HH" });
  expect(findPostcode("52525")?.towns).toEqual(["Heinsberg", "Waldfeucht"]);
});

test("what is no area postcode is not found", () => {
  for (const code of ["", "5206", "520620", "00000", "99999", "__proto__", "52062 "])
    expect(findPostcode(code)).toBeNull();
});

test.each([
  ["52062", "Aachen", "ok"],
  ["52062", "aachen", "ok"],
  ["52078", "Aachen-Brand", "ok"],
  ["50825", "Köln Ehrenfeld", "ok"],
  ["50825", "Koeln", "ok"],
  ["50825", "Cologne", "ok"],
  ["06112", "Halle", "ok"],
  ["06112", "Halle/Saale", "ok"],
  ["60311", "Frankfurt", "ok"],
  ["60311", "Frankfurt a. M.", "ok"],
  ["45468", "Mülheim a.d. Ruhr", "ok"],
  ["88131", "Lindau", "ok"],
  ["53757", "St. Augustin", "ok"],
  ["52525", "Waldfeucht", "ok"],
  ["52062", "", "ok"],
  ["52062", "Köln", "town-differs"],
  ["52349", "Dürenhausen", "town-differs"],
  ["52062", "?", "town-differs"],
  ["00000", "Aachen", "unknown-postcode"],
] as const)("postcode %s with town %s is %s", (postalCode, town, expected) => {
  expect(postcodeTownMismatch(postalCode, town)).toBe(expected);
});
