import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaries } from "@/tests/support/matching-boundaries";
import { type World, isNearByHand, judgeByHand } from "@/tests/support/matching-oracle";
import { judgementOf, worldCount } from "@/tests/support/matching-told";
import { worlds } from "@/tests/support/matching-worlds";
import { judgeAllPairs, judgePairsOfTherapist } from "./judge-pairs";
import { type Pair, createJudge } from "./kernel";
import { ruleIds } from "./rules";
import { takeSnapshot } from "./snapshot";

const scopes = fc.record({
  reach: fc.constantFrom(0.5, 1, 2),
  failing: fc.boolean(),
  unlocated: fc.boolean(),
});
type Scope = { reach: number; failing: boolean; unlocated: boolean };

test("the kernel judges every rule of every pair as the slow second implementation does, and a sweep visits exactly the pairs in reach, each once and with the same judgement", () => {
  fc.assert(
    fc.property(worlds, scopes, (world, scope) => {
      const snapshot = takeSnapshot(world, world.at);
      const byHand = judgeAllByHand(world);
      expectSameRules(createJudge(snapshot), byHand);
      const expected = byHand
        .filter((pair) => isSwept(world, pair, scope))
        .map(({ p, t, hand }) => `${p} ${t} ${JSON.stringify(hand)}`)
        .toSorted();
      const swept: string[] = [];
      judgeAllPairs(snapshot, scope, (pair) => swept.push(line(pair)));
      expect(swept.toSorted()).toEqual(expected);
      const oneByOne: string[] = [];
      world.therapists.forEach((_, t) =>
        judgePairsOfTherapist(snapshot, t, scope, (pair) => oneByOne.push(line(pair))),
      );
      expect(oneByOne.toSorted()).toEqual(expected);
    }),
    { numRuns: worldCount },
  );
}, 240_000);

type ByHand = { p: number; t: number; hand: ReturnType<typeof judgeByHand> };

function judgeAllByHand(world: World): ByHand[] {
  return world.patients.flatMap((patient, p) =>
    world.therapists.map((therapist, t) => ({ p, t, hand: judgeByHand(world, patient, therapist) })),
  );
}

function expectSameRules({ pair, judge, measure }: ReturnType<typeof createJudge>, byHand: ByHand[]): void {
  for (const { p, t, hand } of byHand) {
    judge(p, t);
    measure();
    const told = judgementOf(pair);
    // Comparing texts first is much faster, and these are equal in every world but the one that fails.
    if (JSON.stringify(told) !== JSON.stringify(hand)) expect(told).toEqual(hand);
  }
}

function isSwept(world: World, { p, t, hand }: ByHand, { reach, failing, unlocated }: Scope): boolean {
  const isNear = isNearByHand(world.patients[p]!, world.therapists[t]!, reach);
  if (!isNear && !(unlocated && hand.rules.distance === "unknown")) return false;
  return failing || !Object.values(hand.rules).includes("fail");
}

function line(pair: Readonly<Pair>): string {
  return `${pair.patient} ${pair.therapist} ${JSON.stringify(judgementOf(pair))}`;
}

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
