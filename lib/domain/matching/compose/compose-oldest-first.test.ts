import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type World, judgeByHand } from "@/tests/support/matching-oracle";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { crowdedWorlds } from "@/tests/support/matching-worlds";
import { type CompositionStrategy, type Coordinates, compositionStrategies } from "../../vocabulary";
import { equalOdds } from "../odds/acceptance-odds";
import { composeAtOnce, defaultPlacementSettings } from "./compose";
import type { OldestFirstSettings } from "./compose-oldest-first";
import { compareInMailbox, contactRank } from "./contact-order";
import { collectAllPairs } from "../kernel/pair-table";
import type { ComposedInquiry } from "./composed-inquiries";
import { patientOrder } from "../kernel/turns";
import type { MatchingPatient, MatchingTherapist } from "../kernel/records";
import { takeSnapshot } from "../kernel/snapshot";

describe("composition by example", () => {
  test("six patients in one inquiry, the seventh in the next nearest practice", () => {
    const patients = numbered(7, (i) => patientRecord({ waitingSince: `2026-01-0${i + 1}` }));
    const proposals = compose(
      { patients, therapists: [therapist("near"), therapist("far", { lat: 50.8, lon: 6.1 })] },
      { maxParallelInquiries: 1 },
    );
    expect(told(proposals)).toEqual(["near: p0 p1 p2 p3 p4 p5", "far: p6"]);
    expect(proposals[0]!.items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("acute before urgent before normal, then who waits longest, then the id", () => {
    const patients = [
      patientRecord({ id: "m", waitingSince: "2026-01-02" }),
      patientRecord({ id: "n", waitingSince: "2026-01-01T23:00:00Z" }),
      patientRecord({ id: "b", urgency: "urgent", waitingSince: "2026-05-01T00:00:00Z" }),
      patientRecord({ id: "a", urgency: "urgent", waitingSince: "2026-05-01" }),
      patientRecord({ id: "acute", urgency: "acute", waitingSince: "2026-11-01" }),
    ];
    expect(patientOrder(patients).map((p) => patients[p]!.id)).toEqual(["acute", "a", "b", "n", "m"]);
    expect(told(compose({ patients, therapists: [therapist("one")] }))).toEqual(["one: acute a b n m"]);
  });

  test("who waits too long for a first inquiry is served first, but stands in the inquiry where urgency says", () => {
    const patients = [
      patientRecord({ id: "acute", urgency: "acute", waitingSince: "2026-11-17" }),
      patientRecord({ id: "overdue", waitingSince: "2026-11-01" }),
      patientRecord({ id: "asked", waitingSince: "2026-10-01" }),
    ];
    const world = { patients, therapists: [therapist("one")] };
    const lines = (maxItemsPerInquiry: number, firstInquiryDays: number) =>
      told(compose(world, { maxItemsPerInquiry, firstInquiryDays }, new Set(["asked"])));
    expect(lines(1, 14)).toEqual(["one: overdue"]);
    expect(lines(2, 14)).toEqual(["one: acute overdue"]);
    // Not yet overdue, but too late for tomorrow's run.
    expect(lines(1, 18)).toEqual(["one: overdue"]);
    expect(lines(1, 19)).toEqual(["one: acute"]);
  });

  test("nobody gets a second inquiry before each who waits too long has one", () => {
    const patients = numbered(8, (i) =>
      patientRecord({ waitingSince: `2026-01-0${i + 1}`, wantedMethods: [i < 4 ? "VT" : "TP"] }),
    );
    const therapists = ["v1", "v2", "v3", "v4", "t1", "t2", "t3"].map((id) =>
      therapist(id, undefined, { offers: [offerOf(id.startsWith("v") ? "VT" : "TP")] }),
    );
    const within = { contactBudget: 3, firstInquiryDays: 14 };
    expect(told(compose({ patients, therapists }, within))).toEqual([
      "v1: p0 p1 p2 p3",
      "t1: p4 p5 p6 p7",
      "v2: p0 p1 p2 p3",
    ]);
    const four = ["a", "b", "c", "d"].map((id) => therapist(id));
    const six = numbered(6, (i) => patientRecord({ waitingSince: `2026-01-0${i + 1}` }));
    const alone = { maxItemsPerInquiry: 1, firstInquiryDays: 14 };
    expect(told(compose({ patients: six, therapists: four }, alone))).toEqual([
      "a: p0",
      "b: p1",
      "c: p2",
      "d: p3",
    ]);
  });

  test("when the budget runs out while somebody's practices are asked, the rest joins inquiries that have room", () => {
    const patients = [
      patientRecord({ id: "first", wantedMethods: ["VT"], waitingSince: "2026-01-01" }),
      patientRecord({ id: "second", wantedMethods: ["VT", "TP"], waitingSince: "2026-02-01" }),
    ];
    const therapists = [
      therapist("A", undefined, { offers: [offerOf("VT")] }),
      ...["B", "C", "D"].map((id) =>
        therapist(id, undefined, { offers: [offerOf("TP")], available: "individual" }),
      ),
    ];
    expect(told(compose({ patients, therapists }, { contactBudget: 2 }))).toEqual([
      "A: first second",
      "B: second",
    ]);
  });

  test.each(compositionStrategies)(
    "%s: a practice whose way is not known comes after every other",
    (strategy) => {
      const video = (id: string, coordinates: Coordinates | null) =>
        therapist(id, undefined, { video: "yes", locations: [{ id: "site", coordinates, stepFree: "yes" }] });
      const therapists = [video("a-unknown", null), video("far", { lat: 54.78, lon: 9.43 })];
      const world = { patients: [patientRecord({ id: "p", openToVideo: true })], therapists };
      expect(told(compose(world, { maxParallelInquiries: 1 }, new Set(), strategy))).toEqual(["far: p"]);
    },
  );

  test("open inquiries count towards the limit of parallel ones", () => {
    const therapists = ["a", "b", "c", "d"].map((id) => therapist(id));
    const patients = [
      patientRecord({ id: "two", openInquiries: 2 }),
      patientRecord({ id: "four", openInquiries: 4 }),
    ];
    expect(told(compose({ patients, therapists }))).toEqual(["a: two"]);
  });

  test("who shares a mailbox gets one inquiry, to the one whose surname is in the address", () => {
    const shared = { mailbox: "mail:dr.ohm@x.example", email: "dr.ohm@x.example" };
    const therapists = [
      therapist("sand", undefined, { ...shared, lastName: "Sand", title: "Prof. Dr." }),
      therapist("ohm", undefined, { ...shared, lastName: "Ohm" }),
    ];
    expect(told(compose({ patients: [patientRecord({ id: "p" })], therapists }))).toEqual(["ohm: p"]);
  });

  test("a colleague who fits is asked when the one in the address does not fit", () => {
    const shared = { mailbox: "mail:dr.ohm@x.example", email: "dr.ohm@x.example" };
    const therapists = [
      therapist("sand", undefined, { ...shared, lastName: "Sand" }),
      therapist("ohm", undefined, { ...shared, lastName: "Ohm", statutorySeat: "no" }),
    ];
    expect(told(compose({ patients: [patientRecord({ id: "p" })], therapists }))).toEqual(["sand: p"]);
  });

  test("available and informed practices come first, however far", () => {
    const therapists = [
      therapist("near"),
      therapist("willing", { lat: 50.83, lon: 6.15 }, { available: "individual", informed: true }),
    ];
    const proposals = compose(
      { patients: [patientRecord({ id: "p" })], therapists },
      { maxParallelInquiries: 1 },
    );
    expect(told(proposals)).toEqual(["willing: p"]);
  });

  test("a certain fit comes before a nearer practice to check, and the item names what to check", () => {
    const therapists = [
      therapist("check", undefined, { officeHours: {} }),
      therapist("fit", { lat: 50.83, lon: 6.15 }),
    ];
    const [first, second] = compose({ patients: [patientRecord({ id: "p" })], therapists });
    expect([first!.therapistId, first!.items[0]!.check]).toEqual(["fit", []]);
    expect([second!.therapistId, second!.items[0]!.check]).toEqual(["check", ["times"]]);
  });

  test("an inquiry that has room fills up before another practice is asked, even a nearer one", () => {
    const patients = [
      patientRecord({ id: "old", waitingSince: "2026-01-01" }),
      patientRecord({ id: "young", coordinates: { lat: 50.83, lon: 6.15 } }),
    ];
    const therapists = [therapist("first"), therapist("second", { lat: 50.83, lon: 6.15 })];
    const limits = { maxParallelInquiries: 1 };
    expect(told(compose({ patients, therapists }, limits))).toEqual(["first: old young"]);
    const full = { ...limits, maxItemsPerInquiry: 1 };
    expect(told(compose({ patients, therapists }, full))).toEqual(["first: old", "second: young"]);
  });

  test("who has neither address nor telephone is not proposed, though the rules hold", () => {
    const therapists = [therapist("silent", undefined, { email: null, hasPhone: false })];
    expect(compose({ patients: [patientRecord()], therapists })).toEqual([]);
  });

  test("a pair by video without a known way carries no numbers", () => {
    const therapists = [therapist("video", undefined, { video: "yes", locations: [] })];
    const [proposal] = compose({ patients: [patientRecord({ openToVideo: true })], therapists });
    expect(proposal!.items).toMatchObject([{ km: null, minutes: null, location: null, check: [] }]);
  });
});

describe("composition in random worlds", () => {
  const settings = fc.record({
    maxItemsPerInquiry: fc.integer({ min: 1, max: 6 }),
    maxParallelInquiries: fc.integer({ min: 1, max: 3 }),
    contactBudget: fc.constantFrom(null, null, 1, 3),
  });
  const numRuns = 1000;

  test("every constraint holds: 1 to n items, one inquiry per mailbox, parallel limit, only pairs that may be proposed", () => {
    fc.assert(
      fc.property(crowdedWorlds, settings, (world, limits) => {
        const proposals = compose(world, limits);
        expect(proposals).toHaveLength(new Set(proposals.map(({ mailbox }) => mailbox)).size);
        for (const { items, therapistId, mailbox } of proposals) {
          const therapist = world.therapists.find(({ id }) => id === therapistId)!;
          expect(mailbox).toBe(therapist.mailbox);
          expect(therapist.email !== null || therapist.hasPhone).toBe(true);
          expect(items.length).toBeLessThanOrEqual(limits.maxItemsPerInquiry);
          expect(items.map(({ position }) => position)).toEqual(items.map((_, i) => i + 1));
          expect(items.length).toBe(new Set(items.map(({ patientId }) => patientId)).size);
          for (const item of items) expectAsByHand(world, therapist, item);
        }
        for (const { id, openInquiries } of world.patients) {
          const proposed = proposals.filter(({ items }) =>
            items.some(({ patientId }) => patientId === id),
          ).length;
          expect(proposed).toBeLessThanOrEqual(Math.max(0, limits.maxParallelInquiries - openInquiries));
        }
      }),
      { numRuns },
    );
  });

  test("nobody is left with a free position while a fitting practice has room, and no one younger takes it", () => {
    fc.assert(
      fc.property(crowdedWorlds, settings, (world, limits) => {
        const proposals = compose(world, limits);
        const order = patientOrder(world.patients).map((p) => world.patients[p]!);
        for (const patient of order) {
          const own = proposals.filter(({ items }) =>
            items.some(({ patientId }) => patientId === patient.id),
          );
          if (own.length >= limits.maxParallelInquiries - patient.openInquiries) continue;
          for (const therapist of world.therapists.filter((each) => mayPropose(world, patient, each))) {
            const inquiry = proposals.find(({ mailbox }) => mailbox === therapist.mailbox);
            if (!inquiry) expect(proposals).toHaveLength(limits.contactBudget ?? -1);
            if (!inquiry || own.includes(inquiry) || inquiry.therapistId !== therapist.id) continue;
            expect(inquiry.items).toHaveLength(limits.maxItemsPerInquiry);
            const places = inquiry.items.map(({ patientId }) =>
              order.findIndex(({ id }) => id === patientId),
            );
            expect(Math.max(...places)).toBeLessThan(order.indexOf(patient));
          }
        }
      }),
      { numRuns },
    );
  });

  test("the first in line gets the practices that come first in the order of contacting", () => {
    fc.assert(
      fc.property(crowdedWorlds, settings, (world, limits) => {
        const [p] = patientOrder(world.patients);
        const patient = world.patients[p!]!;
        const proposals = compose(world, limits).filter(({ items }) =>
          items.some(({ patientId }) => patientId === patient.id),
        );
        const ranks = proposals.map(({ therapistId }) =>
          contactRank(
            world.therapists.find(({ id }) => id === therapistId)!,
            patient,
          ),
        );
        const passedOver = world.therapists.filter(
          (each) =>
            mayPropose(world, patient, each) && !proposals.some(({ mailbox }) => mailbox === each.mailbox),
        );
        // Of colleagues only the one whom the mailbox's order names counts, so compare mailboxes of one.
        const alone = passedOver.filter(
          ({ mailbox }) => world.therapists.filter((each) => each.mailbox === mailbox).length === 1,
        );
        if (ranks.length > 0 && alone.length > 0) {
          const passed = alone.map((each) => contactRank(each, patient));
          expect(Math.max(...ranks)).toBeLessThanOrEqual(Math.min(...passed));
        }
      }),
      { numRuns },
    );
  });

  test("an inquiry goes to whom the mailbox's order names among those who fit the patient that opens it", () => {
    fc.assert(
      fc.property(crowdedWorlds, settings, (world, limits) => {
        for (const { therapistId, mailbox, items } of compose(world, limits)) {
          const opener = world.patients.find(({ id }) => id === items[0]!.patientId)!;
          const [named] = world.therapists
            .filter((each) => each.mailbox === mailbox && mayPropose(world, opener, each))
            .toSorted(compareInMailbox);
          expect(therapistId).toBe(named!.id);
        }
      }),
      { numRuns },
    );
  });

  test("the worlds are worth composing: many inquiries of several items, some of them full", () => {
    const proposals = fc.sample(crowdedWorlds, { numRuns: 200, seed: 1 }).flatMap((world) => compose(world));
    const sizes = proposals.map(({ items }) => items.length);
    expect(proposals.length).toBeGreaterThan(400);
    expect(sizes.filter((size) => size > 1).length).toBeGreaterThan(200);
    expect(sizes.filter((size) => size === 6).length).toBeGreaterThan(20);
  });

  test("the order of the records does not matter, and the same input gives the same result", () => {
    const shuffled = crowdedWorlds.chain((world) =>
      fc.record({
        world: fc.constant(world),
        patients: fc.shuffledSubarray(world.patients, { minLength: world.patients.length }),
        therapists: fc.shuffledSubarray(world.therapists, { minLength: world.therapists.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, settings, ({ world, ...order }, limits) => {
        expect(compose({ ...world, ...order }, limits)).toEqual(compose(world, limits));
      }),
      { numRuns },
    );
  });
});

type Given = Partial<World> & { patients: MatchingPatient[]; therapists: MatchingTherapist[] };

function compose(
  world: Given,
  settings: Partial<OldestFirstSettings> = {},
  askedBefore: ReadonlySet<string> = new Set(),
  strategy: CompositionStrategy = "oldest-first",
): ComposedInquiry[] {
  const snapshot = takeSnapshot({ exclusions: [], ...world }, world.at ?? matchingDay);
  const { table } = collectAllPairs(snapshot);
  const all = { ...defaultPlacementSettings, firstInquiryDays: Infinity, ...settings };
  return composeAtOnce(strategy, snapshot, table, all, { odds: equalOdds(), askedBefore });
}

function mayPropose(world: World, patient: MatchingPatient, therapist: MatchingTherapist): boolean {
  return (
    (therapist.email !== null || therapist.hasPhone) &&
    judgeByHand(world, patient, therapist).verdict !== "out"
  );
}

function expectAsByHand(
  world: World,
  therapist: MatchingTherapist,
  item: ComposedInquiry["items"][number],
): void {
  const hand = judgeByHand(
    world,
    world.patients.find(({ id }) => id === item.patientId)!,
    therapist,
  );
  const unknown = Object.entries(hand.rules).filter(([, verdict]) => verdict === "unknown");
  expect(hand.verdict).toBe(unknown.length === 0 ? "fit" : "check");
  expect(item).toMatchObject({ km: hand.km, minutes: hand.minutes, location: hand.location });
  expect(item.check).toEqual(unknown.map(([rule]) => rule));
}

function therapist(
  id: string,
  coordinates = { lat: 50.7753, lon: 6.0839 },
  changes: Partial<MatchingTherapist> = {},
) {
  const locations = [{ id: `site of ${id}`, coordinates, stepFree: "yes" as const }];
  return therapistRecord({
    id,
    mailbox: `mail:${id}@x.example`,
    email: `${id}@x.example`,
    locations,
    ...changes,
  });
}

function offerOf(method: "VT" | "TP") {
  return { method, ageGroup: "adult" as const, setting: "individual" as const };
}

function numbered(count: number, make: (i: number) => MatchingPatient): MatchingPatient[] {
  return Array.from({ length: count }, (_, i) => ({ ...make(i), id: `p${i}` }));
}

function told(proposals: ComposedInquiry[]): string[] {
  return proposals.map(
    ({ therapistId, items }) => `${therapistId}: ${items.map(({ patientId }) => patientId).join(" ")}`,
  );
}
