import { describe, expect, test } from "vitest";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { equalOdds } from "../odds/acceptance-odds";
import { compose, composeAtOnce, defaultPlacementSettings } from "./compose";
import { placementWeight } from "./placement-settings";
import { collectAllPairs } from "../kernel/pair-table";
import type { ComposedInquiry } from "./composed-inquiries";
import { takeSnapshot } from "../kernel/snapshot";
import { place, oddsOf, therapist } from "@/tests/support/composed-world";

describe("by example", () => {
  test("the likelier practice is asked, however far the other is nearer", () => {
    const far = therapist("likely", { lat: 50.83, lon: 6.15 });
    const proposals = place(
      { patients: [patientRecord({ id: "p" })], therapists: [therapist("near"), far] },
      { maxParallelInquiries: 1 },
      { odds: oddsOf({ likely: { place: 0.4 }, near: { place: 0.1 } }) },
    );
    expect(told(proposals)).toEqual(["likely: p"]);
  });

  test("with equal odds: contact order, then certain before to check, then the nearest, then the id", () => {
    const therapists = [
      therapist("far", { lat: 50.83, lon: 6.15 }),
      therapist("check", undefined, { officeHours: {} }),
      therapist("near-b"),
      therapist("near-a"),
      therapist("informed", { lat: 50.83, lon: 6.15 }, { informed: true }),
    ];
    const proposals = place(
      { patients: [patientRecord({ id: "p" })], therapists },
      { maxParallelInquiries: 5 },
    );
    expect(told(proposals).map((line) => line.split(":")[0])).toEqual([
      "informed",
      "near-a",
      "near-b",
      "far",
      "check",
    ]);
  });

  test("with equal odds an available practice is asked before one for which more patients could be asked", () => {
    const only = therapistRecord().offers.map((offer) => ({ ...offer, method: "TP" as const }));
    const therapists = [
      therapist("busy"),
      therapist("available", undefined, { available: "individual", offers: only }),
    ];
    const patients = [
      patientRecord({ id: "any", wantedMethods: [] }),
      ...["a", "b", "c"].map((id) => patientRecord({ id })),
    ];
    const limited = { maxParallelInquiries: 1, minGain: 0.5, firstInquiryDays: 1000 };
    expect(told(place({ patients, therapists }, limited))).toEqual(["available: any", "busy: a b c"]);
    const odds = oddsOf({ busy: { place: 0.9 }, available: { place: 0.9 } });
    expect(told(place({ patients, therapists }, { ...limited, minGain: 0.1 }, { odds }))).toEqual([
      "busy: a any b c",
    ]);
  });

  test("nobody is put back behind others because of a need of which the practice says little", () => {
    const locations = [
      { id: "site", coordinates: therapistRecord().locations[0]!.coordinates, stepFree: "unknown" as const },
    ];
    const patients = [
      patientRecord({ id: "a needs step-free access", stepFreeAccess: true }),
      patientRecord({ id: "b does not" }),
    ];
    const world = { patients, therapists: [therapist("one", undefined, { locations })] };
    const limits = { maxItemsPerInquiry: 1, firstInquiryDays: 1000 };
    expect(told(place(world, limits))).toEqual(["one: a needs step-free access"]);
  });

  test("of those who share a mailbox the one whom its order names is asked, though a colleague promises more", () => {
    const shared = { mailbox: "mail:praxis.ohm@x.example", email: "praxis.ohm@x.example" };
    const therapists = [
      therapist("colleague", undefined, { ...shared, title: "Prof. Dr.", lastName: "Watt" }),
      therapist("named", undefined, { ...shared, title: "", lastName: "Ohm" }),
    ];
    const patients = [patientRecord({ id: "p", waitingSince: "2026-11-17" })];
    const world = { patients, therapists };
    const odds = oddsOf({ named: { place: 0.2 }, colleague: { place: 0.9 } });
    expect(told(place(world, {}, { odds }))).toEqual(["named: p"]);
    const limits = { minGain: 0.3, firstInquiryDays: 1000 };
    expect(told(place(world, limits, { odds })), "too little is expected of the named").toEqual([
      "colleague: p",
    ]);
    const men = { ...world, patients: [{ ...patients[0]!, wantedTherapistGender: "male" as const }] };
    const oneMan = { ...men, therapists: [{ ...therapists[0]!, gender: "male" as const }, therapists[1]!] };
    expect(told(place(oneMan, {}, { odds })), "the named does not fit").toEqual(["colleague: p"]);
  });

  test("of those who share a mailbox the one with whom an overdue wait ends is asked first", () => {
    const shared = { mailbox: "mail:praxis.ohm@x.example", email: "praxis.ohm@x.example" };
    const man = { ...shared, lastName: "Watt", gender: "male" as const };
    const patients = [
      patientRecord({ id: "new", waitingSince: "2026-11-17", wantedTherapistGender: "female" }),
      patientRecord({ id: "overdue", waitingSince: "2026-01-01", wantedTherapistGender: "male" }),
    ];
    const therapists = [
      therapist("named", undefined, { ...shared, lastName: "Ohm" }),
      therapist("man", undefined, man),
    ];
    const odds = oddsOf({ named: { place: 0.9 }, man: { place: 0.1 } });
    expect(told(place({ patients, therapists }, {}, { odds }))).toEqual(["man: overdue"]);
  });

  test("a shared mailbox whose order names another in between is taken as soon as most is expected of it", () => {
    const offers = (method: "VT" | "TP" | "ST") => [
      { method, ageGroup: "adult" as const, setting: "individual" as const },
    ];
    const shared = { mailbox: "mail:praxis@x.example", email: "praxis@x.example" };
    const therapists = [
      therapist("named", undefined, { ...shared, title: "Prof.", offers: offers("VT") }),
      therapist("colleague", undefined, { ...shared, offers: offers("TP") }),
      therapist("x", undefined, { offers: offers("VT") }),
      therapist("y", undefined, { offers: offers("ST") }),
    ];
    const patients = [
      patientRecord({ id: "a", wantedMethods: ["VT"] }),
      ...["b1", "b2", "b3"].map((id) => patientRecord({ id, wantedMethods: ["TP"] })),
      patientRecord({ id: "c", wantedMethods: ["ST"] }),
    ];
    const odds = oddsOf({
      named: { place: 0.01 },
      colleague: { place: 0.9, more: 0.9 },
      x: { place: 0.02 },
      y: { place: 0.015 },
    });
    const settings = { contactBudget: 2, maxParallelInquiries: 1, firstInquiryDays: 1000 };
    expect(told(place({ patients, therapists }, settings, { odds }))).toEqual([
      "x: a",
      "colleague: b1 b2 b3",
    ]);
  });

  test("the items of an inquiry stand in the published order: urgency, then waiting", () => {
    const patients = [
      patientRecord({ id: "new" }),
      patientRecord({ id: "old", waitingSince: "2026-01-01" }),
      patientRecord({ id: "acute", urgency: "acute", waitingSince: "2026-11-01" }),
    ];
    const [proposal] = place({ patients, therapists: [therapist("one")] });
    expect(told([proposal!])).toEqual(["one: acute old new"]);
    expect(proposal!.items.map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  test("who is likely to be placed by one practice leaves the next one to others", () => {
    const patients = ["a", "b"].map((id) => patientRecord({ id }));
    const proposals = place(
      { patients, therapists: [therapist("one"), therapist("two")] },
      { maxItemsPerInquiry: 1, maxParallelInquiries: 2 },
      { odds: oddsOf({ one: { place: 0.9, suits: 0.9 }, two: { place: 0.9, suits: 0.9 } }) },
    );
    expect(told(proposals)).toEqual(["one: a", "two: b"]);
  });

  test("practices from which less is expected than the setting asks are left alone, but for who is overdue", () => {
    const patients = [patientRecord({ id: "p", waitingSince: "2026-11-17" })];
    const world = { patients, therapists: [therapist("hopeless")] };
    const odds = oddsOf({ hopeless: { place: 0.01 } });
    expect(place(world, { minGain: 0.05 }, { odds })).toEqual([]);
    expect(place(world, { minGain: 0.05, firstInquiryDays: 3 }, { odds })).toEqual([]);
    const overdue = { ...world, patients: [{ ...patients[0]!, waitingSince: "2026-11-15" }] };
    expect(told(place(overdue, { minGain: 0.05, firstInquiryDays: 1 }, { odds }))).toEqual(["hopeless: p"]);
    const asked = { odds, askedBefore: new Set(["p"]) };
    expect(place(overdue, { minGain: 0.05, firstInquiryDays: 1 }, asked)).toEqual([]);
  });

  test("with little experience no practice is left alone", () => {
    const world = { patients: [patientRecord({ id: "p" })], therapists: [therapist("new")] };
    const odds = { ...oddsOf({ new: { place: 0.01 } }), experience: 10 };
    const limits = { minGain: 0.05, firstInquiryDays: 1000 };
    expect(told(place(world, limits, { odds }))).toEqual(["new: p"]);
    expect(place(world, limits, { odds: { ...odds, experience: 1000 } })).toEqual([]);
  });

  test("the weight grows with urgency and with waiting", () => {
    const weight = (urgency: "acute" | "urgent" | "normal", waitingSince: string) =>
      placementWeight({ urgency, waitingSince }, matchingDay, defaultPlacementSettings);
    expect(weight("normal", matchingDay.toISOString())).toBe(1);
    // 18 weeks before: half of 36.
    expect(weight("normal", "2026-07-15T11:00:00Z")).toBeCloseTo(1.5);
    expect(weight("urgent", "2026-07-15T11:00:00Z")).toBeCloseTo(3);
    expect(weight("acute", "2026-07-15T11:00:00Z")).toBeCloseTo(6);
    expect(weight("normal", "2027-07-15T11:00:00Z")).toBe(1);
  });
});

test("long work comes in slices", () => {
  const patients = Array.from({ length: 400 }, (_, i) => patientRecord({ id: `p${i}` }));
  const therapists = Array.from({ length: 600 }, (_, i) => therapist(`t${i}`));
  const snapshot = takeSnapshot({ patients, therapists, exclusions: [] }, matchingDay);
  const { table } = collectAllPairs(snapshot);
  const nothing = { odds: equalOdds(), askedBefore: new Set<string>() };
  const slices = compose("expected-placements", snapshot, table, defaultPlacementSettings, nothing);
  const yields: number[] = [];
  for (let slice = slices.next(); !slice.done; slice = slices.next()) yields.push(slice.value);
  expect(yields.length).toBeGreaterThan(5);
  expect(yields).toEqual(yields.toSorted((a, b) => a - b));
});

test("oldest-first keeps to the contact budget too: the inquiries opened first leave", () => {
  const patients = Array.from({ length: 9 }, (_, i) =>
    patientRecord({ id: `p${i}`, waitingSince: `2026-01-0${i + 1}` }),
  );
  const snapshot = takeSnapshot(
    { patients, therapists: ["a", "b", "c"].map((id) => therapist(id)), exclusions: [] },
    matchingDay,
  );
  const settings = { ...defaultPlacementSettings, maxParallelInquiries: 1 };
  const knowledge = { odds: equalOdds(), askedBefore: new Set<string>() };
  const within = (contactBudget: number | null) =>
    told(
      composeAtOnce(
        "oldest-first",
        snapshot,
        collectAllPairs(snapshot).table,
        { ...settings, contactBudget },
        knowledge,
      ),
    );
  expect(within(null)).toEqual(["a: p0 p1 p2 p3 p4 p5", "b: p6 p7 p8"]);
  expect(within(1)).toEqual(["a: p0 p1 p2 p3 p4 p5"]);
});

function told(proposals: readonly ComposedInquiry[]): string[] {
  return proposals.map(
    ({ therapistId, items }) => `${therapistId}: ${items.map(({ patientId }) => patientId).join(" ")}`,
  );
}
