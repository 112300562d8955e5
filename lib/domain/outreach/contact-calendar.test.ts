import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTime, isoDayOf } from "@/lib/format";
import { weekdays } from "../vocabulary";
import { isContactDay, nextContactTime, stateOf } from "./contact-calendar";

const office = Object.fromEntries(weekdays.map((day) => [day, [{ from: "08:00", to: "18:00" }]]));
const next = (now: string, state: "NW" | "BY" | "SN" | null = "NW", hours = office) =>
  nextContactTime(new Date(now), { state, hours })?.toISOString();

describe("the calendar of contact", () => {
  test("now is right inside the hours, and the closing minute is already outside", () => {
    expect(next("2026-11-25T09:30:00Z")).toBe("2026-11-25T09:30:00.000Z");
    expect(next("2026-11-25T16:59:59Z")).toBe("2026-11-25T16:59:59.000Z");
    expect(next("2026-11-25T17:00:00Z")).toBe("2026-11-26T07:00:00.000Z");
    expect(next("2026-11-25T03:00:00Z")).toBe("2026-11-25T07:00:00.000Z");
  });

  test("Friday evening waits for Monday", () => {
    expect(next("2026-11-27T20:00:00Z")).toBe("2026-11-30T07:00:00.000Z");
  });

  test("opens at eight by German clocks before and after the change of time", () => {
    expect(next("2026-03-27T19:00:00Z")).toBe("2026-03-30T06:00:00.000Z");
    expect(next("2026-10-23T19:00:00Z")).toBe("2026-10-26T07:00:00.000Z");
  });

  test("Christmas and New Year are left out", () => {
    expect(next("2026-12-24T18:00:00Z")).toBe("2026-12-28T07:00:00.000Z");
    expect(next("2026-12-31T18:00:00Z")).toBe("2027-01-04T07:00:00.000Z");
  });

  test("Easter is one gap from Thursday evening to Tuesday", () => {
    expect(next("2026-04-02T17:00:00Z")).toBe("2026-04-07T06:00:00.000Z");
  });

  test("a holiday of one state is a day of contact in another", () => {
    expect(next("2026-06-04T08:00:00Z", "NW")).toBe("2026-06-05T06:00:00.000Z"); // Corpus Christi
    expect(next("2026-06-04T08:00:00Z", "SN")).toBe("2026-06-04T08:00:00.000Z");
    expect(isContactDay("2026-11-18", "SN")).toBe(false);
    expect(isContactDay("2026-11-18", null)).toBe(true);
  });

  test("telephone hours are kept to the minute, and the next one counts when today's are over", () => {
    const hours = {
      wed: [
        { from: "16:10", to: "17:00" },
        { from: "12:10", to: "13:00" },
      ],
    };
    expect(next("2026-11-25T11:30:00Z", "NW", hours)).toBe("2026-11-25T11:30:00.000Z");
    expect(next("2026-11-25T12:30:00Z", "NW", hours)).toBe("2026-11-25T15:10:00.000Z");
    expect(next("2026-11-25T16:00:00Z", "NW", hours)).toBe("2026-12-02T11:10:00.000Z");
  });

  test("no hours, no time", () => {
    expect(next("2026-11-25T09:30:00Z", "NW", {})).toBeUndefined();
    expect(next("2026-11-25T09:30:00Z", "NW", { sat: [{ from: "09:00", to: "12:00" }] })).toBeUndefined();
  });

  test("whenever it is asked, the answer is a contact day between eight and six and never in the past", () => {
    const year = { min: Date.parse("2026-01-01"), max: Date.parse("2029-12-31") };
    fc.assert(
      fc.property(fc.integer(year), (ms) => {
        const found = nextContactTime(new Date(ms), { state: "BY", hours: office })!;
        expect(found.getTime()).toBeGreaterThanOrEqual(ms);
        expect(isContactDay(isoDayOf(found), "BY")).toBe(true);
        expect(formatTime(found, "en") >= "08:00" && formatTime(found, "en") < "18:00").toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test("the state comes from the postcode, and an unknown one has none", () => {
  expect(stateOf("52062")).toBe("NW");
  expect(stateOf("01067")).toBe("SN");
  expect(stateOf("00000")).toBeNull();
  expect(stateOf(null)).toBeNull();
});
