import { describe, expect, test } from "vitest";
import { type SendingRules, germanDay, nextSendingTime } from "./sending-time";

const rules: SendingRules = { state: "NW", quietHours: true, mailFromHour: 8, mailToHour: 18 };
const next = (now: string, changes: Partial<SendingRules> = {}) =>
  nextSendingTime(new Date(now), { ...rules, ...changes }).toISOString();

describe("a mail that nobody waits for", () => {
  test("leaves at once by day, and at eight when it was written at night", () => {
    expect(next("2026-11-25T10:00:00Z")).toBe("2026-11-25T10:00:00.000Z");
    expect(next("2026-11-25T22:10:00Z")).toBe("2026-11-26T07:00:00.000Z");
  });

  test("waits over New Year, and over Easter with the change to summer before it", () => {
    expect(next("2026-12-31T17:30:00Z")).toBe("2027-01-04T07:00:00.000Z");
    // Easter Sunday 2027 is the day on which the clocks change.
    expect(next("2027-03-25T18:00:00Z")).toBe("2027-03-30T06:00:00.000Z");
  });

  test("waits on a holiday of the recipient's own state only", () => {
    expect(next("2026-06-04T09:00:00Z", { state: "NW" })).toBe("2026-06-05T06:00:00.000Z");
    expect(next("2026-06-04T09:00:00Z", { state: "BE" })).toBe("2026-06-04T09:00:00.000Z");
  });

  test("keeps to the hours that were set", () => {
    expect(next("2026-11-25T06:00:00Z", { mailFromHour: 9, mailToHour: 12 })).toBe(
      "2026-11-25T08:00:00.000Z",
    );
    expect(next("2026-11-25T11:00:00Z", { mailFromHour: 9, mailToHour: 12 })).toBe(
      "2026-11-26T08:00:00.000Z",
    );
    expect(next("2026-11-25T22:00:00Z", { mailFromHour: 0, mailToHour: 24 })).toBe(
      "2026-11-25T22:00:00.000Z",
    );
  });

  test("leaves at any hour when quiet hours are switched off", () => {
    expect(next("2026-12-25T02:00:00Z", { quietHours: false })).toBe("2026-12-25T02:00:00.000Z");
  });
});

test("the German day has 23 hours in March and 25 in October", () => {
  const hours = (now: string) => {
    const { start, end } = germanDay(new Date(now));
    return (end.getTime() - start.getTime()) / 3_600_000;
  };
  expect(hours("2026-03-29T10:00:00Z")).toBe(23);
  expect(hours("2026-10-25T10:00:00Z")).toBe(25);
  expect(hours("2026-11-25T23:30:00Z")).toBe(24);
});
