import fc from "fast-check";
import { expect, test } from "vitest";
import { type World, isNearByHand, judgeByHand } from "@/tests/support/matching-oracle";
import { worlds } from "@/tests/support/matching-worlds";
import { judgeAllPairs, judgePairsOfTherapist } from "./judge-pairs";
import { type Pair, createJudge } from "./kernel";
import { pairVerdict, ruleIds, ruleVerdict } from "./rules";
import { takeSnapshot } from "./snapshot";

/** 2,000 worlds of one to eighteen pairs; MATCHING_WORLDS asks for more. */
const numRuns = Number(process.env.MATCHING_WORLDS ?? 2000);

test("the kernel judges every rule of every pair as the slow second implementation does", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const snapshot = takeSnapshot(world, world.at);
      const { pair, judge, measure } = createJudge(snapshot);
      world.patients.forEach((patient, p) =>
        world.therapists.forEach((therapist, t) => {
          judge(p, t);
          measure();
          expect(told(pair)).toEqual(judgeByHand(world, patient, therapist));
        }),
      );
    }),
    { numRuns },
  );
}, 120_000);

test("a sweep visits exactly the pairs in reach, each once, and with the same judgement", () => {
  const scope = fc.record({
    reach: fc.constantFrom(0.5, 1, 2),
    failing: fc.boolean(),
    unlocated: fc.boolean(),
  });
  fc.assert(
    fc.property(worlds, scope, (world, { reach, failing, unlocated }) => {
      const expected = pairsByHand(world, reach, failing, unlocated);
      const snapshot = takeSnapshot(world, world.at);
      const swept: string[] = [];
      judgeAllPairs(snapshot, { reach, failing, unlocated }, (pair) => swept.push(line(pair)));
      expect(swept.toSorted()).toEqual(expected);
      const oneByOne: string[] = [];
      world.therapists.forEach((_, t) =>
        judgePairsOfTherapist(snapshot, t, { reach, failing, unlocated }, (pair) =>
          oneByOne.push(line(pair)),
        ),
      );
      expect(oneByOne.toSorted()).toEqual(expected);
    }),
    { numRuns },
  );
}, 120_000);

test("the random worlds hold every verdict of every rule, and every verdict on a pair, often enough to be a test", () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  for (const world of fc.sample(worlds, { numRuns: 1000, seed: 1 })) {
    for (const patient of world.patients) {
      for (const therapist of world.therapists) {
        const { rules, verdict } = judgeByHand(world, patient, therapist);
        count(verdict);
        for (const [rule, answer] of Object.entries(rules)) count(`${rule} ${answer}`);
      }
    }
  }
  const neverUnknown = ["contactable", "search-open", "not-excluded", "setting", "language"];
  const possible = ruleIds.flatMap((rule) =>
    ["pass", "fail", "unknown"]
      .filter((answer) => answer !== "unknown" || !neverUnknown.includes(rule))
      .map((answer) => `${rule} ${answer}`),
  );
  expect([...possible, "fit", "check", "out"].filter((what) => (seen.get(what) ?? 0) < 50)).toEqual([]);
  expect(neverUnknown.filter((rule) => seen.has(`${rule} unknown`))).toEqual([]);
});

function told(pair: Pair) {
  return {
    rules: Object.fromEntries(ruleIds.map((id) => [id, ruleVerdict(id, pair.failed, pair.unknown)])),
    verdict: pairVerdict(pair.failed, pair.unknown),
    location: pair.location < 0 ? null : pair.location,
    km: Number.isNaN(pair.km) ? null : pair.km,
    minutes: Number.isNaN(pair.minutes) ? null : pair.minutes,
  };
}

function pairsByHand(world: World, reach: number, failing: boolean, unlocated: boolean): string[] {
  return world.patients
    .flatMap((patient, p) =>
      world.therapists.map((therapist, t) => ({
        p,
        t,
        near: isNearByHand(patient, therapist, reach),
        hand: judgeByHand(world, patient, therapist),
      })),
    )
    .filter(({ near, hand }) => near || (unlocated && hand.rules.distance === "unknown"))
    .filter(({ hand }) => failing || !Object.values(hand.rules).includes("fail"))
    .map(({ p, t, hand }) => `${p} ${t} ${JSON.stringify(hand)}`)
    .toSorted();
}

function line(pair: Readonly<Pair>): string {
  return `${pair.patient} ${pair.therapist} ${JSON.stringify(told({ ...pair }))}`;
}
