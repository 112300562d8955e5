import { expect, test } from "vitest";
import { easterSunday, isPublicHoliday } from "./public-holidays";

test("Easter Sunday is right over the whole span of dates on which it can fall", () => {
  const known: Record<number, string> = {
    2000: "2000-04-23",
    2008: "2008-03-23",
    2011: "2011-04-24",
    2019: "2019-04-21",
    2024: "2024-03-31",
    2025: "2025-04-20",
    2026: "2026-04-05",
    2027: "2027-03-28",
    2038: "2038-04-25",
    2049: "2049-04-18",
    2076: "2076-04-19",
  };
  for (const [year, day] of Object.entries(known)) expect(easterSunday(Number(year))).toBe(day);
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
  expect(isPublicHoliday("2016-10-31", "NI")).toBe(false);
  expect(isPublicHoliday("2026-11-18", "SN")).toBe(true); // Buß- und Bettag
  expect(isPublicHoliday("2026-11-18", "NW")).toBe(false);
});
