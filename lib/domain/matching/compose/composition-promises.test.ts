import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenPromises } from "@/tests/support/composition-checker";
import { crowdedWorlds } from "@/tests/support/matching-worlds";
import type { World } from "@/tests/support/matching-oracle";
import { compositionStrategies } from "../../vocabulary";
import { type AcceptanceOdds, equalOdds, learnOdds } from "../odds/acceptance-odds";
import { composeAtOnce, defaultPlacementSettings } from "./compose";
import { collectAllPairs } from "../kernel/pair-table";
import type { PastInquiry } from "../odds/past-inquiries";
import { takeSnapshot } from "../kernel/snapshot";

const settings = fc.record({
  maxItemsPerInquiry: fc.integer({ min: 1, max: 6 }),
  maxParallelInquiries: fc.integer({ min: 1, max: 4 }),
  contactBudget: fc.constantFrom(null, null, 0, 1, 3),
  minGain: fc.constantFrom(0, 0.09, 5),
  firstInquiryDays: fc.constantFrom(0, 14, 300, 1000),
  waitingWeeks: fc.constantFrom(1, 36),
});

const day = 86_400_000;

/** A therapist of the world, days ago, what became of two patients. */
const history = fc.array(
  fc.tuple(
    fc.nat({ max: 11 }),
    fc.nat({ max: 400 }),
    fc.array(fc.constantFrom("accepted", "rejected_capacity", "rejected_unsuitable", "no_answer"), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  { maxLength: 30 },
);

/** Mailboxes that rest and mailboxes that are being asked, which the crowded worlds have none of. */
const busyWorlds = fc
  .tuple(
    crowdedWorlds,
    fc.array(fc.constantFrom("free", "free", "free", "cooling", "open"), { minLength: 12 }),
  )
  .map(([world, states]): World => {
    const stateOf = new Map(world.therapists.map(({ mailbox }, i) => [mailbox, states[i]]));
    return {
      ...world,
      therapists: world.therapists.map((therapist) => ({
        ...therapist,
        coolingUntil:
          stateOf.get(therapist.mailbox) === "cooling" ? new Date(world.at.getTime() + day) : null,
        mailboxHasOpenInquiry: stateOf.get(therapist.mailbox) === "open",
      })),
    };
  });

test.each(compositionStrategies)(
  "%s breaks no promise in random worlds with random histories",
  (strategy) => {
    let proposed = 0;
    fc.assert(
      fc.property(busyWorlds, settings, history, fc.array(fc.boolean()), (world, changes, past, asked) => {
        const given = { ...defaultPlacementSettings, ...changes };
        const knowledge = {
          odds: { ...oddsFrom(world, past), experience: 1000 },
          askedBefore: new Set(world.patients.flatMap(({ id }, i) => (asked[i] ? [id] : []))),
        };
        const snapshot = takeSnapshot(world, world.at);
        const { table } = collectAllPairs(snapshot);
        const proposals = composeAtOnce(strategy, snapshot, table, given, knowledge);
        proposed += proposals.length;
        expect(brokenPromises(world, proposals, given, knowledge)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(proposed).toBeGreaterThan(150);
  },
);

test("the checker sees what is wrong", () => {
  const [world] = fc.sample(crowdedWorlds, { numRuns: 1, seed: 3 });
  const snapshot = takeSnapshot(world!, world!.at);
  const knowledge = { odds: equalOdds(), askedBefore: new Set<string>() };
  const given = { ...defaultPlacementSettings, firstInquiryDays: 0 };
  const proposals = composeAtOnce(
    "oldest-first",
    snapshot,
    collectAllPairs(snapshot).table,
    given,
    knowledge,
  );
  const wrong = (changed: typeof proposals, changes = {}) =>
    brokenPromises(world!, changed, { ...given, ...changes }, knowledge).join("\n");
  expect(wrong(proposals)).toBe("");
  expect(wrong([...proposals, proposals[0]!])).toMatch(/is asked twice/);
  expect(wrong(proposals, { contactBudget: 0 })).toMatch(/budget/);
  expect(wrong(proposals, { maxItemsPerInquiry: 0 })).toMatch(/wrong number/);
  expect(wrong(proposals, { maxParallelInquiries: 0 })).toMatch(/too often/);
  expect(wrong([])).toMatch(/waits too long/);
  const seconds = proposals.slice(0, 1).map((each) => ({ ...each, items: proposals[1]!.items }));
  expect(wrong([...seconds, proposals[1]!], { contactBudget: 2 })).toMatch(/more than a first inquiry/);
});

function oddsFrom(
  world: World,
  past: readonly (readonly [number, number, PastInquiry["items"][number]["outcome"][]])[],
): AcceptanceOdds {
  const known = world.therapists.map(({ id, email, informed }) => {
    const channel = email === null ? ("phone" as const) : ("email" as const);
    return { id, channel, informed, potentiallyAvailable: false, capacity: null };
  });
  const inquiries = past.map(([therapist, daysAgo, outcomes]) => ({
    therapistId: `t${therapist}`,
    closedAt: new Date(world.at.getTime() - daysAgo * day),
    items: outcomes.map((outcome) => ({ outcome, minutes: 20, groupPossible: false })),
  }));
  return learnOdds(known, inquiries, world.at);
}
