import { describe, expect, test } from "vitest";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { costOfWish, countTherapists } from "./cost-of-wish";
import type { MatchingPatient, MatchingTherapist } from "../kernel/records";
import { takeSnapshot } from "../kernel/snapshot";
import { type Candidate, whoFitsPatient, whoFitsTherapist } from "./who-fits";

const site = (lat: number) => [{ id: "site", coordinates: { lat, lon: 6.0839 }, stepFree: "yes" as const }];
const therapists = [
  therapist("fits", {}),
  therapist("fits nearer", { locations: site(50.776) }),
  therapist("hours unknown", { officeHours: {} }),
  therapist("seat unknown", { statutorySeat: "unknown" }),
  therapist("place unknown", { locations: [{ id: "site", coordinates: null, stepFree: "yes" }] }),
  therapist("man", { gender: "male" }),
  therapist("40 km away", { locations: site(51.14) }),
  therapist("400 km away", { locations: site(54.4) }),
];

describe("who fits a patient", () => {
  test("sorts the therapists in reach by verdict and distance, and tells what would resolve the open ones", () => {
    const found = whoFitsPatient(snapshotOf(patientRecord({ wantedTherapistGender: "female" })), 0);
    expect(ids(found.fit)).toEqual(["fits nearer", "fits"]);
    expect(found.check).toMatchObject([{ therapistId: "hours unknown", unknown: ["times"] }]);
    expect(found.undetermined).toMatchObject([
      { therapistId: "seat unknown", unknown: ["payer"] },
      { therapistId: "place unknown", unknown: ["distance"], km: null },
    ]);
    expect(found.out).toEqual([]);
  });

  test("with a wider reach and failing rules it shows the near misses", () => {
    const patient = patientRecord({ wantedTherapistGender: "female" });
    const { out } = whoFitsPatient(snapshotOf(patient), 0, { reach: 3, withFailing: true });
    expect(out).toMatchObject([
      { therapistId: "man", failed: ["therapist-gender"] },
      { therapistId: "40 km away", failed: ["distance"] },
    ]);
  });

  test("a paused search can be looked at by leaving that rule aside", () => {
    const paused = snapshotOf(patientRecord({ searchClosed: "paused" }));
    expect(whoFitsPatient(paused, 0).fit).toEqual([]);
    expect(whoFitsPatient(paused, 0, { ignore: ["search-open"] }).fit).toHaveLength(3);
  });

  test("without a place of one's own every therapist is undetermined, none is lost", () => {
    const found = whoFitsPatient(snapshotOf(patientRecord({ coordinates: null })), 0);
    expect(found.undetermined).toHaveLength(therapists.length);
  });
});

test("who fits a therapist gives the same pairs as who fits each patient", () => {
  const patients = [
    patientRecord({ id: "a" }),
    patientRecord({ id: "b", wantedTherapistGender: "male" }),
    patientRecord({ id: "c", coordinates: null }),
    patientRecord({ id: "d", availability: {} }),
  ];
  const snapshot = takeSnapshot({ patients, therapists, exclusions: [] }, matchingDay);
  const flat = (lists: Record<string, Candidate[]>) =>
    Object.entries(lists).flatMap(([list, found]) => found.map((one) => `${list} ${JSON.stringify(one)}`));
  const byTherapist = therapists.flatMap((_, t) => flat(whoFitsTherapist(snapshot, t)));
  const byPatient = patients.flatMap((_, p) => flat(whoFitsPatient(snapshot, p)));
  expect(byTherapist.toSorted()).toEqual(byPatient.toSorted());
});

describe("the cost of a wish", () => {
  test("counts how many more therapists come with each wish dropped, and lists no wish that is not there", () => {
    const patient = patientRecord({
      wantedTherapistGender: "female",
      travel: { mode: "car", maxKm: 30, maxMinutes: null },
    });
    expect(costOfWish(snapshotOf(patient), 0)).toEqual({
      now: 3,
      wishes: [
        { wish: "therapist-gender", more: 1 },
        { wish: "method", more: 0 },
        { wish: "times", more: 0 },
        { wish: "distance", more: 1 },
        { wish: "group", more: 0 },
        { wish: "video", more: 0 },
        { wish: "reimbursement", more: 1 },
      ],
    });
  });

  test("an excluded therapist is not gained by dropping a wish", () => {
    const patient = patientRecord({ wantedTherapistGender: "female" });
    const exclusions = [{ patientId: patient.id, therapistId: "man", reason: "staff" as const, until: null }];
    const snapshot = takeSnapshot({ patients: [patient], therapists, exclusions }, matchingDay);
    expect(costOfWish(snapshot, 0).wishes[0]).toEqual({ wish: "therapist-gender", more: 0 });
  });

  test("what if: other limits on the same therapists", () => {
    const snapshot = snapshotOf(patientRecord());
    const withLimit = (maxKm: number): MatchingPatient =>
      patientRecord({ travel: { mode: "car", maxKm, maxMinutes: null } });
    expect(countTherapists(snapshot, [withLimit(1), withLimit(50), withLimit(Infinity)])).toEqual([1, 5, 6]);
  });
});

function therapist(id: string, changes: Partial<MatchingTherapist>): MatchingTherapist {
  return therapistRecord({ id, mailbox: `mail:${id}`, locations: site(50.79), ...changes });
}

function snapshotOf(patient: MatchingPatient) {
  return takeSnapshot({ patients: [patient], therapists, exclusions: [] }, matchingDay);
}

function ids(candidates: Candidate[]): string[] {
  return candidates.map(({ therapistId }) => therapistId);
}
