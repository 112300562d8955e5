import fc from "fast-check";
import { expect, test } from "vitest";
import { type World, isNearByHand, judgeByHand } from "@/tests/support/matching-oracle";
import { judgementOf, worldCount } from "@/tests/support/matching-told";
import { worlds } from "@/tests/support/matching-worlds";
import { judgeAllPairs, judgePairsOfTherapist } from "./judge-pairs";
import type { Pair } from "./kernel";
import { takeSnapshot } from "./snapshot";

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
    { numRuns: worldCount },
  );
}, 240_000);

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
  return `${pair.patient} ${pair.therapist} ${JSON.stringify(judgementOf(pair))}`;
}
