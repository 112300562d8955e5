import { expect, test } from "vitest";
import { doubtAddress, refuseDoubtful } from "./doubt-address";
import { placeKey } from "../shared-schemas";

test.each([
  ["50667", "Köln"],
  ["50667", "Koeln"],
  ["50667", "KÖLN"],
  ["50667", "Köln-Altstadt"],
  ["50667", "Köln (Altstadt-Nord)"],
  ["50667", "Cologne"],
  ["60311", "Frankfurt/Main"],
  ["60311", "Frankfurt (Main)"],
  ["60311", "Frankfurt a.M."],
  ["60311", "Frankfurt am Main"],
  ["15230", "Frankfurt (Oder)"],
  ["15230", "Frankfurt/Oder"],
  ["06108", "Halle (Saale)"],
  ["06108", "Halle a. d. Saale"],
  ["06108", "Halle an der Saale"],
  ["97070", "Würzburg"],
  ["97070", "Wuerzburg"],
  ["70173", "Stuttgart-Mitte"],
  ["80331", "München"],
  ["80331", "Munich"],
  ["10115", "Berlin-Mitte"],
  ["10115", "Berlin Mitte"],
  ["52062", "  aachen "],
  ["52062", ""],
  ["25980", "Sylt"],
  ["01067", "Dresden, Altstadt"],
  ["79098", "Freiburg"],
  ["79098", "Freiburg i. Br."],
  ["79098", "Freiburg im Breisgau"],
  ["92637", "Weiden"],
  ["92637", "Weiden i.d.OPf."],
  ["26382", "Wilhelmshaven"],
])("%s %s is not doubted", (postalCode, city) => expect(doubtAddress({ postalCode, city })).toBeNull());

test.each([
  ["52062", "Köln", "city", "Aachen"],
  ["50667", "Bonn", "city", "Köln"],
  ["60311", "Frankfurt an der Oder", "city", "Frankfurt am Main"],
  ["52525", "Aachen", "city", "Heinsberg, Waldfeucht"],
])("%s %s is doubted, and the known town is named", (postalCode, city, field, known) => {
  expect(doubtAddress({ postalCode, city })).toMatchObject({ field, params: { postalCode, city: known } });
});

test("a postcode that does not exist is doubted", () => {
  expect(doubtAddress({ postalCode: "00000", city: "Aachen" })).toMatchObject({ field: "postalCode" });
});

test("a confirmation is about one place, however spaced", () => {
  expect(placeKey({ postalCode: " 52062", city: "Köln " })).toBe("52062 Köln");
  expect(placeKey({ postalCode: "52062", city: "Köln" })).not.toBe(
    placeKey({ postalCode: "52064", city: "Köln" }),
  );
});

test("for a program the first doubtful address is refused, at its place in what was sent", () => {
  const good = { at: "locations.0.address", address: { postalCode: "52062", city: "Aachen" } };
  const bad = { at: "locations.1.address", address: { postalCode: "52062", city: "Köln" } };
  expect(() => refuseDoubtful([good])).not.toThrow();
  expect(() => refuseDoubtful([good, bad])).toThrow(
    expect.objectContaining({
      code: "invalid",
      fields: { "locations.1.address.city": "city_differs_api" },
      params: { postalCode: "52062", city: "Aachen" },
    }),
  );
});
