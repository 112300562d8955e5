import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, germanClock, germanInstant, weekdayOf } from "./german-time";

describe("time in Germany", () => {
  test("is an hour ahead of UTC in winter and two in summer", () => {
    expect(germanClock(new Date("2026-01-15T11:30:00Z"))).toEqual({
      day: "2026-01-15",
      minutes: 12 * 60 + 30,
    });
    expect(germanClock(new Date("2026-07-15T22:05:00Z"))).toEqual({ day: "2026-07-16", minutes: 5 });
    expect(germanInstant("2026-01-15", 0).toISOString()).toBe("2026-01-14T23:00:00.000Z");
    expect(germanInstant("2026-07-15", 24 * 60).toISOString()).toBe("2026-07-15T22:00:00.000Z");
  });

  test("skips an hour in March and has one twice in October", () => {
    expect(germanInstant("2026-03-29", 2 * 60 + 30).toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(germanInstant("2026-03-29", 3 * 60).toISOString()).toBe("2026-03-29T01:00:00.000Z");
    expect(germanInstant("2026-10-25", 2 * 60 + 30).toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(germanInstant("2026-10-25", 3 * 60).toISOString()).toBe("2026-10-25T02:00:00.000Z");
  });

  test("there and back is the same instant, but for the hour that comes twice", () => {
    const minute = fc
      .integer({ min: 0, max: 10 * 366 * 24 * 60 })
      .map((n) => Date.UTC(2024, 0, 1) + n * 60_000);
    fc.assert(
      fc.property(minute, (ms) => {
        const { day, minutes } = germanClock(new Date(ms));
        const back = germanInstant(day, minutes).getTime();
        expect([0, 60 * 60_000]).toContain(ms - back);
      }),
      { numRuns: 2000 },
    );
  });

  test("weekdays and following days", () => {
    expect(weekdayOf("2026-11-25")).toBe("wed");
    expect(weekdayOf("2026-11-29")).toBe("sun");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });
});
