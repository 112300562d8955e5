import { expect, test } from "vitest";
import { distanceKm } from "./distance";

test("known distances come out: Aachen to Köln 64 km, Hamburg to München 612 km", () => {
  expect(distanceKm({ lat: 50.7753, lon: 6.0839 }, { lat: 50.9375, lon: 6.9603 })).toBeCloseTo(64.1, 0);
  expect(distanceKm({ lat: 53.5511, lon: 9.9937 }, { lat: 48.1351, lon: 11.582 })).toBeCloseTo(612.4, 0);
});

test("one degree of latitude is 111.195 km, nothing is 0, and the direction does not matter", () => {
  const here = { lat: 50, lon: 6 };
  const there = { lat: 51, lon: 6 };
  expect(distanceKm(here, there)).toBeCloseTo(111.195, 3);
  expect(distanceKm(here, here)).toBe(0);
  expect(distanceKm(there, here)).toBe(distanceKm(here, there));
});

test("the far side of the globe is half its circumference", () => {
  expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20_015.1, 1);
});
