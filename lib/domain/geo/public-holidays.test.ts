import { expect, test } from "vitest";
import { isPublicHoliday } from "./public-holidays";

test("Easter Monday is right over the whole span of dates on which it can fall", () => {
  const known = ["2000-04-24", "2008-03-24", "2011-04-25", "2019-04-22", "2024-04-01", "2025-04-21"];
  const coming = ["2026-04-06", "2027-03-29", "2038-04-26", "2049-04-19", "2076-04-20"];
  for (const day of [...known, ...coming]) {
    expect(isPublicHoliday(day, null), day).toBe(true);
    const dayAfter = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    expect(isPublicHoliday(dayAfter, null), dayAfter).toBe(false);
  }
});

test("nationwide holidays count without a known state", () => {
  for (const day of ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25", "2026-10-03"]) {
    expect(isPublicHoliday(day, null), day).toBe(true);
  }
  expect(isPublicHoliday("2026-11-01", null)).toBe(false);
  expect(isPublicHoliday("2026-11-23", null)).toBe(false);
});

test("a holiday of one state is a working day in another", () => {
  expect(isPublicHoliday("2026-11-01", "NW")).toBe(true);
  expect(isPublicHoliday("2026-11-01", "NI")).toBe(false);
  expect(isPublicHoliday("2026-06-04", "NW")).toBe(true); // Corpus Christi
  expect(isPublicHoliday("2026-06-04", "BE")).toBe(false);
  expect(isPublicHoliday("2026-10-31", "NI")).toBe(true);
  expect(isPublicHoliday("2017-10-31", "NW")).toBe(true); // 500 years of Reformation, everywhere
  expect(isPublicHoliday("2026-10-31", "BY")).toBe(false);
  expect(isPublicHoliday("2026-11-18", "SN")).toBe(true); // Buß- und Bettag
  expect(isPublicHoliday("2026-11-18", "NW")).toBe(false);
});
