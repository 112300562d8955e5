import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaries } from "@/tests/support/matching-boundaries";
import { judgeByHand } from "@/tests/support/matching-oracle";
import { judgementOf, worldCount } from "@/tests/support/matching-told";
import { worlds } from "@/tests/support/matching-worlds";
import { createJudge } from "./kernel";
import { ruleIds } from "./rules";
import { takeSnapshot } from "./snapshot";

test("the kernel judges every rule of every pair as the slow second implementation does", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const snapshot = takeSnapshot(world, world.at);
      const { pair, judge, measure } = createJudge(snapshot);
      world.patients.forEach((patient, p) =>
        world.therapists.forEach((therapist, t) => {
          judge(p, t);
          measure();
          const [told, byHand] = [judgementOf(pair), judgeByHand(world, patient, therapist)];
          // Comparing texts first is much faster, and these are equal in every world but the one that fails.
          if (JSON.stringify(told) !== JSON.stringify(byHand)) expect(told).toEqual(byHand);
        }),
      );
    }),
    { numRuns: worldCount },
  );
}, 240_000);

test("the random worlds hit every verdict of every rule and every boundary often enough to be a test", () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const sample = fc.sample(worlds, { numRuns: 1000, seed: 1 });
  for (const world of sample) {
    for (const patient of world.patients) {
      for (const therapist of world.therapists) {
        const { rules, verdict } = judgeByHand(world, patient, therapist);
        count(verdict);
        for (const [rule, answer] of Object.entries(rules)) count(`${rule} ${answer}`);
        for (const [name, isAt] of Object.entries(boundaries))
          if (isAt(world, patient, therapist)) count(name);
      }
    }
  }
  const neverUnknown = ["contactable", "search-open", "not-excluded", "setting", "language"];
  const possible = ruleIds.flatMap((rule) =>
    ["pass", "fail", "unknown"]
      .filter((answer) => answer !== "unknown" || !neverUnknown.includes(rule))
      .map((answer) => `${rule} ${answer}`),
  );
  const wanted = [...possible, ...Object.keys(boundaries), "fit", "check", "out"];
  expect(
    wanted.filter((what) => (seen.get(what) ?? 0) < 50).map((what) => `${what}: ${seen.get(what)}`),
  ).toEqual([]);
  expect(neverUnknown.filter((rule) => seen.has(`${rule} unknown`))).toEqual([]);
  const empty = sample.filter(({ patients, therapists }) => patients.length * therapists.length === 0);
  expect(empty.length).toBeGreaterThan(20);
});
