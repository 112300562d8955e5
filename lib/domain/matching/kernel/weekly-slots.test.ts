import { describe, expect, test } from "vitest";
import type { WeeklyHours } from "../../vocabulary";
import { haveCommonSlot, partsOfWeek, weeklySpans } from "./weekly-slots";

const day = 1440;

describe("weekly spans", () => {
  test("no range at all states nothing; hours too short for a slot are stated but hold none", () => {
    expect(weeklySpans({})).toBeNull();
    expect(weeklySpans({ mon: [] })).toBeNull();
    expect(weeklySpans({ mon: [{ from: "09:00", to: "09:49" }] })).toEqual([]);
  });

  test("ranges that touch or overlap are one, in whatever order they come", () => {
    const tue = [
      { from: "10:00", to: "10:30" },
      { from: "09:00", to: "09:30" },
      { from: "09:30", to: "10:00" },
    ];
    expect(weeklySpans({ tue })).toEqual([day + 540, day + 630]);
  });

  test("a range up to 24:00 goes on at 00:00 of the next day, also from Sunday to Monday", () => {
    const late = [{ from: "23:30", to: "24:00" }];
    const early = [{ from: "00:00", to: "00:30" }];
    expect(weeklySpans({ wed: late, thu: early })).toEqual([3 * day - 30, 3 * day + 30]);
    expect(weeklySpans({ sun: late, mon: early })).toEqual([7 * day - 30, 7 * day + 30]);
  });

  test("a span over Sunday's midnight keeps Monday's own hours", () => {
    const hours: WeeklyHours = {
      sun: [{ from: "23:00", to: "24:00" }],
      mon: [{ from: "00:00", to: "08:00" }],
    };
    expect(weeklySpans(hours)).toEqual([0, 480, 7 * day - 60, 7 * day + 50]);
  });

  test("a range that ends before it begins is no range", () => {
    expect(weeklySpans({ fri: [{ from: "18:00", to: "09:00" }] })).toBeNull();
  });
});

describe("a common slot", () => {
  test.each([
    [
      "50 minutes of one day",
      { mon: [{ from: "09:00", to: "09:50" }] },
      { mon: [{ from: "08:00", to: "18:00" }] },
      true,
    ],
    [
      "49 minutes of one day",
      { mon: [{ from: "09:00", to: "10:00" }] },
      { mon: [{ from: "09:11", to: "18:00" }] },
      false,
    ],
    [
      "25 minutes on two days",
      { mon: [{ from: "09:00", to: "09:25" }], tue: [{ from: "09:00", to: "09:25" }] },
      { mon: [{ from: "08:00", to: "18:00" }] },
      false,
    ],
    [
      "the last 50 minutes before midnight",
      { sat: [{ from: "23:10", to: "24:00" }] },
      { sat: [{ from: "20:00", to: "24:00" }] },
      true,
    ],
    [
      "over midnight on both sides",
      { sat: [{ from: "23:30", to: "24:00" }], sun: [{ from: "00:00", to: "00:20" }] },
      { sat: [{ from: "20:00", to: "24:00" }], sun: [{ from: "00:00", to: "01:00" }] },
      true,
    ],
    [
      "over midnight on one side only",
      { sat: [{ from: "23:30", to: "24:00" }], sun: [{ from: "00:00", to: "00:20" }] },
      { sat: [{ from: "20:00", to: "24:00" }] },
      false,
    ],
    [
      "over the end of the week",
      { sun: [{ from: "23:35", to: "24:00" }], mon: [{ from: "00:00", to: "00:25" }] },
      { sun: [{ from: "00:00", to: "24:00" }], mon: [{ from: "00:00", to: "24:00" }] },
      true,
    ],
    [
      "later spans after several misses",
      { mon: [{ from: "08:00", to: "09:00" }], fri: [{ from: "15:00", to: "16:00" }] },
      { tue: [{ from: "08:00", to: "09:00" }], fri: [{ from: "15:05", to: "15:55" }] },
      true,
    ],
  ] satisfies [string, WeeklyHours, WeeklyHours, boolean][])("%s", (_, a, b, expected) => {
    expect(meet(a, b)).toBe(expected);
    expect(meet(b, a)).toBe(expected);
  });
});

function meet(a: WeeklyHours, b: WeeklyHours): boolean {
  const [left, right] = [weeklySpans(a) ?? [], weeklySpans(b) ?? []];
  const common = haveCommonSlot(left, 0, left.length, right, 0, right.length);
  // The quick look at the parts of the week may be too kind, never too strict.
  if (common) expect(partsOfWeek(left) & partsOfWeek(right)).not.toBe(0);
  return common;
}
