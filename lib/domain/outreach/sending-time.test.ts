import { describe, expect, test } from "vitest";
import { type SendingRules, germanDay, nextSendingTime, sendingDay } from "./sending-time";

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

describe("a day of sending", () => {
  const dayOf = (now: string, changes: Partial<SendingRules> = {}) =>
    Object.values(sendingDay(new Date(now), { ...rules, ...changes })).map((at) => at.toISOString());

  test("begins when the working day before it closes, and what comes at closing time belongs to the next", () => {
    const wednesday = ["2026-11-24T17:00:00.000Z", "2026-11-25T17:00:00.000Z"];
    for (const now of ["2026-11-24T17:00:00Z", "2026-11-25T02:00:00Z", "2026-11-25T16:59:59Z"])
      expect(dayOf(now)).toEqual(wednesday);
    expect(dayOf("2026-11-25T17:00:00Z")).toEqual([wednesday[1], "2026-11-26T17:00:00.000Z"]);
  });

  test("takes in the weekend and the holidays before it", () => {
    for (const now of ["2026-04-02T16:00:00Z", "2026-04-04T10:00:00Z", "2026-04-07T15:00:00Z"])
      expect(dayOf(now)).toEqual(["2026-04-02T16:00:00.000Z", "2026-04-07T16:00:00.000Z"]);
  });

  test("is the day of the calendar when quiet hours are switched off", () => {
    expect(dayOf("2026-11-28T10:00:00Z", { quietHours: false })).toEqual([
      "2026-11-27T23:00:00.000Z",
      "2026-11-28T23:00:00.000Z",
    ]);
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
