import { expect, test } from "vitest";
import { landDots, mapViewOf, postcodeCentre } from "./map-view";

const [aachen, cologne] = [postcodeCentre("52062")!, postcodeCentre("50667")!];

test("a view holds every place with space around, and never less than the land about a single one", () => {
  expect(mapViewOf([])).toBeNull();
  const view = mapViewOf([aachen, cologne])!;
  for (const { lat, lon } of [aachen, cologne]) {
    expect(lat > view.south && lat < view.north).toBe(true);
    expect(lon > view.west && lon < view.east).toBe(true);
  }
  const alone = mapViewOf([aachen])!;
  expect((alone.north - alone.south) * 111.2).toBeCloseTo(30);
  expect((alone.east - alone.west) * 111.2 * Math.cos((aachen.lat * Math.PI) / 180)).toBeCloseTo(50);
});

test("the land is drawn with few dots however large it is, and all of them lie in the view", () => {
  const germany = { south: 47, north: 55.2, west: 5.8, east: 15.1 };
  const dots = landDots(germany);
  expect(dots.length).toBeGreaterThan(200);
  expect(dots.length).toBeLessThanOrEqual(22 * 22 + 22);
  const view = mapViewOf([aachen])!;
  for (const { lat, lon } of landDots(view)) {
    expect(lat >= view.south && lat <= view.north && lon >= view.west && lon <= view.east).toBe(true);
  }
});

test("two digits of a postcode have a middle that is no postcode's own, and nonsense has none", () => {
  const region = postcodeCentre("52")!;
  expect(Math.abs(region.lat - aachen.lat)).toBeLessThan(1);
  expect(region).not.toEqual(aachen);
  for (const digits of ["", "5", "00", "99999", "abc"]) expect(postcodeCentre(digits)).toBeNull();
});
