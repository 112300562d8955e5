import { describe, expect, test } from "vitest";
import { assumptions } from "./assumptions";
import { beta, draw, exponential, gammaOfMeanOne, streamOf } from "./random";
import { runSimulation, serviceNames } from "./run-simulation";
import { simulateYear } from "./simulate-year";
import { makeWorld } from "./world";

const tiny = { ...assumptions, therapists: 60 };
const size = { patients: 60, days: 60, warmUpDays: 0 };

describe("a tiny simulation", () => {
  const input = { seeds: 2, firstSeed: 1, ...size, assumptions: tiny, settings: {} };

  test("every way of working gives a line of figures, and the same input the same line", () => {
    const lines = runSimulation({ ...input, services: serviceNames });
    expect(lines.map(({ strategy }) => strategy)).toEqual(serviceNames);
    for (const line of lines) {
      expect(line.contacts!.mean).toBeGreaterThan(20);
      expect(line.placements!.mean).toBeGreaterThan(1);
      expect(line.contactsPerPlacement!.mean).toBeGreaterThan(1);
      expect(line.placedWithin6Weeks!.mean).toBeLessThanOrEqual(line.placedWithin18Weeks!.mean);
      expect(line.fairness["women"]!.mean).toBeGreaterThan(0);
      expect(line.comparedWithOldestFirst === null).toBe(line.strategy === "oldest-first");
    }
    const again = runSimulation({ ...input, services: ["oldest-first"] });
    const { msPerYear: _, ...first } = lines[0]!;
    expect(again[0]).toMatchObject(first);
  });

  test("nothing happens before its time: asked after arriving, accepted after being asked, nobody after leaving", () => {
    const world = makeWorld(3, size, tiny);
    for (const strategy of ["oldest-first", "expected-placements"] as const) {
      const { courses, contacts, messages } = simulateYear(
        world,
        { strategy, settings: {}, odds: "learned" },
        tiny,
      );
      expect(messages).toBeGreaterThanOrEqual(contacts);
      expect(courses.filter(({ placedOn }) => placedOn !== null).length).toBeGreaterThan(3);
      courses.forEach(({ arrivedOn, firstAskedOn, firstAcceptedOn, placedOn }, p) => {
        if (firstAskedOn !== null) expect(firstAskedOn).toBeGreaterThanOrEqual(arrivedOn);
        if (firstAcceptedOn !== null) {
          expect(firstAcceptedOn).toBeGreaterThan(firstAskedOn!);
          expect(firstAcceptedOn - 1).toBeLessThan(world.patients[p]!.leavesOn);
        }
        if (placedOn !== null) expect(placedOn).toBeGreaterThanOrEqual(firstAcceptedOn!);
      });
    }
  });

  test("no more patients are accepted than places open, but for those that open again", () => {
    const world = makeWorld(4, size, { ...tiny, failing: 0 });
    const places = world.therapists.flatMap((each) => each.places).length;
    const { courses } = simulateYear(
      world,
      { strategy: "expected-placements", settings: {}, odds: "learned" },
      { ...tiny, failing: 0 },
    );
    expect(courses.filter(({ firstAcceptedOn }) => firstAcceptedOn !== null).length).toBeLessThanOrEqual(
      places,
    );
  });

  test("the contact budget binds", () => {
    const world = makeWorld(5, size, tiny);
    // Days 1 to 60 hold 44 weekdays.
    const settings = { contactBudget: 1 };
    for (const strategy of ["oldest-first", "expected-placements"] as const) {
      const { contacts } = simulateYear(world, { strategy, settings, odds: "learned" }, tiny);
      expect(contacts).toBeLessThanOrEqual(44);
      expect(contacts).toBeGreaterThan(20);
    }
  });
});

describe("random numbers", () => {
  test("are fixed by their keys and differ between keys", () => {
    expect(draw(1, 2, 3)).toBe(draw(1, 2, 3));
    const values = Array.from({ length: 1000 }, (_, i) => draw(1, 2, i));
    expect(new Set(values).size).toBe(1000);
    expect(mean(values)).toBeCloseTo(0.5, 1);
  });

  test("have the means that they are said to have", () => {
    const random = streamOf(7);
    const many = <Value>(make: () => Value) => Array.from({ length: 20_000 }, make);
    expect(mean(many(() => exponential(random(), 21)))).toBeCloseTo(21, -0.5);
    expect(mean(many(() => gammaOfMeanOne(random, 0.7)))).toBeCloseTo(1, 1);
    const replies = many(() => beta(random, 0.63, 2));
    expect(mean(replies)).toBeCloseTo(0.63, 1);
    // A beta distribution of strength 2 has a variance of mean × (1 − mean) / 3.
    expect(mean(replies.map((reply) => (reply - 0.63) ** 2))).toBeCloseTo((0.63 * 0.37) / 3, 2);
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
