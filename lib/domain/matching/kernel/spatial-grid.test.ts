import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceKm } from "../../geo/distance";
import { buildGrid, visitRunsNear } from "./spatial-grid";

const anywhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const inGermany = fc.record({
  lat: fc.double({ min: 47, max: 55.1, noNaN: true }),
  lon: fc.double({ min: 5.8, max: 15.1, noNaN: true }),
});

test.each([
  ["Germany", inGermany],
  ["the whole globe, poles and date line included", anywhere],
])("the grid over %s finds every point within reach, each once", (_, place) => {
  const km = fc.oneof(
    fc.constantFrom(0, 1, 25, 500, 12_000, Infinity),
    fc.double({ min: 0, max: 300, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), place, km, (points, centre, reach) => {
      const found = near(points, centre, reach);
      expect(found).toHaveLength(new Set(found).size);
      const missed = points.filter((point, i) => distanceKm(centre, point) <= reach && !found.includes(i));
      expect(missed).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("a circle over the date line or a pole reaches to its other side", () => {
  const points = [
    { lat: -17, lon: 179.9 },
    { lat: -17, lon: -179.9 },
    { lat: 89.9, lon: 10 },
    { lat: 89.9, lon: -170 },
    { lat: 0, lon: 0 },
  ];
  expect(near(points, { lat: -17, lon: 179.95 }, 30).toSorted()).toEqual(expect.arrayContaining([0, 1]));
  expect(near(points, { lat: 89.95, lon: 10 }, 30).toSorted()).toEqual(expect.arrayContaining([2, 3]));
});

test("points without coordinates are left out, and a grid may be empty", () => {
  const grid = buildGrid(Float64Array.of(50, NaN), Float64Array.of(6, NaN));
  expect([...grid.order]).toEqual([0]);
  expect(near([], { lat: 50, lon: 6 }, 10)).toEqual([]);
});

test("a short reach looks at near cells only, not at the country", () => {
  const points = Array.from({ length: 2000 }, (_, i) => ({
    lat: 47.3 + (i % 50) * 0.15,
    lon: 6 + Math.floor(i / 50) * 0.22,
  }));
  expect(near(points, { lat: 50.9, lon: 7 }, 20).length).toBeLessThan(40);
});

function near(
  points: { lat: number; lon: number }[],
  centre: { lat: number; lon: number },
  km: number,
): number[] {
  const grid = buildGrid(
    Float64Array.from(points, ({ lat }) => lat),
    Float64Array.from(points, ({ lon }) => lon),
  );
  const found: number[] = [];
  visitRunsNear(grid, centre.lat, centre.lon, km, (first, last) =>
    found.push(...grid.order.subarray(first, last)),
  );
  return found;
}
