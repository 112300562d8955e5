import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { germanClock, weekdayOf } from "../german-time";
import { isPublicHoliday } from "../geo/public-holidays";
import { type PhoneLine, nextPhoneSlot, reachableUntil } from "./phone-slots";

const line = (hours: PhoneLine["hours"], state: PhoneLine["state"] = "NW"): PhoneLine => ({ hours, state });
const at = (text: string) => new Date(text);

describe("the next slot for a call", () => {
  const wednesdays = line({ wed: [{ from: "12:00", to: "12:20" }] });

  test("is the first one inside the phone hours, five minutes long", () => {
    expect(nextPhoneSlot(wednesdays, at("2026-11-24T09:00:00Z"))).toEqual(at("2026-11-25T11:00:00Z"));
    expect(nextPhoneSlot(wednesdays, at("2026-11-25T11:01:00Z"))).toEqual(at("2026-11-25T11:05:00Z"));
    expect(nextPhoneSlot(wednesdays, at("2026-11-25T11:15:00Z"))).toEqual(at("2026-11-25T11:15:00Z"));
    expect(nextPhoneSlot(wednesdays, at("2026-11-25T11:16:00Z"))).toEqual(at("2026-12-02T11:00:00Z"));
  });

  test("keeps clear of the slots of other calls, and shares the first when none is free", () => {
    const taken = [at("2026-11-25T11:00:00Z"), at("2026-11-25T11:05:00Z")].map(Number);
    const isTaken = (slot: Date) => taken.includes(slot.getTime());
    expect(nextPhoneSlot(wednesdays, at("2026-11-24T09:00:00Z"), isTaken)).toEqual(
      at("2026-11-25T11:10:00Z"),
    );
    expect(nextPhoneSlot(wednesdays, at("2026-11-24T09:00:00Z"), () => true)).toEqual(
      at("2026-11-25T11:00:00Z"),
    );
  });

  test("leaves out weekends and the holidays of the state", () => {
    const everyDay = line(
      Object.fromEntries(
        (["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const).map((day) => [
          day,
          [{ from: "10:00", to: "11:00" }],
        ]),
      ),
    );
    // All Saints' Day 2027 is a Monday and a holiday in North Rhine-Westphalia, not in Berlin.
    expect(nextPhoneSlot(everyDay, at("2027-10-29T10:00:00Z"))).toEqual(at("2027-11-02T09:00:00Z"));
    expect(nextPhoneSlot({ ...everyDay, state: "BE" }, at("2027-10-29T10:00:00Z"))).toEqual(
      at("2027-11-01T09:00:00Z"),
    );
  });

  test("without stated hours lies in the usual ones; with impossible hours there is none", () => {
    expect(nextPhoneSlot(line({}), at("2026-11-24T16:00:00Z"))).toEqual(at("2026-11-25T08:00:00Z"));
    expect(
      nextPhoneSlot(line({ sat: [{ from: "10:00", to: "11:00" }] }), at("2026-11-24T16:00:00Z")),
    ).toBeNull();
    expect(
      nextPhoneSlot(line({ wed: [{ from: "10:00", to: "10:04" }] }), at("2026-11-24T16:00:00Z")),
    ).toBeNull();
  });

  test("is never before `from`, never on a day off and always within the hours, whatever they are", () => {
    const clock = fc.integer({ min: 0, max: 288 }).map((n) => n * 5);
    const text = (n: number) =>
      `${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`;
    const range = fc
      .tuple(clock, clock)
      .map(([a, b]) => ({ from: text(Math.min(a, b)), to: text(Math.max(a, b)) }));
    const hours = fc.dictionary(
      fc.constantFrom("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
      fc.array(range, { minLength: 1, maxLength: 3 }),
      { minKeys: 1 },
    );
    const from = fc
      .integer({ min: 0, max: 3 * 366 * 24 * 60 })
      .map((n) => new Date(Date.UTC(2026, 0, 1) + n * 60_000));
    fc.assert(
      fc.property(hours, from, (stated, start) => {
        const slot = nextPhoneSlot(line(stated), start);
        if (!slot) return;
        const { day, minutes } = germanClock(slot);
        expect(slot >= start).toBe(true);
        expect(isPublicHoliday(day, "NW")).toBe(false);
        const inside = (stated[weekdayOf(day)] ?? []).some(
          (one) => one.from <= text(minutes) && text(minutes + 5) <= one.to,
        );
        expect(inside).toBe(true);
        expect(["sat", "sun"]).not.toContain(weekdayOf(day));
      }),
      { numRuns: 500 },
    );
  });
});

describe("who can be reached", () => {
  const mornings = line({ wed: [{ from: "09:00", to: "10:00" }] });

  test("is who takes calls at some moment of the half hour", () => {
    expect(reachableUntil(mornings, at("2026-11-25T07:29:00Z"))).toBeNull();
    expect(reachableUntil(mornings, at("2026-11-25T07:31:00Z"))).toEqual(at("2026-11-25T09:00:00Z"));
    expect(reachableUntil(mornings, at("2026-11-25T08:59:00Z"))).toEqual(at("2026-11-25T09:00:00Z"));
    expect(reachableUntil(mornings, at("2026-11-25T09:00:00Z"))).toBeNull();
    expect(reachableUntil(mornings, at("2026-11-26T08:30:00Z"))).toBeNull();
  });
});
