import { describe, expect, test } from "vitest";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { nearestMisses } from "./nearest-misses";
import type { MatchingPatient, MatchingTherapist } from "./records";
import { takeSnapshot } from "./snapshot";
import { whoFitsTherapist } from "./who-fits";

function missesOf(patients: Partial<MatchingPatient>[], therapist: Partial<MatchingTherapist> = {}) {
  const records = patients.map((changes, i) => patientRecord({ id: `patient ${i}`, ...changes }));
  const world = { patients: records, therapists: [therapistRecord(therapist)], exclusions: [] };
  const snapshot = takeSnapshot(world, matchingDay);
  const { out } = whoFitsTherapist(snapshot, 0, { reach: 2, withFailing: true });
  return nearestMisses(snapshot, 0, out).map(({ patientId, hindrance }) => ({ patientId, ...hindrance }));
}
const farther = {
  locations: [{ id: "site", coordinates: { lat: 50.93, lon: 6.0839 }, stepFree: "yes" as const }],
};

describe("nearest misses", () => {
  test("a limit that is a little too short is named with the one that would do", () => {
    const travel = { mode: "car" as const, maxMinutes: 30, maxKm: null };
    const [miss] = missesOf([{ travel }], farther);
    expect(miss).toMatchObject({ patientId: "patient 0", by: "limit", limit: "minutes", now: 30 });
    const needed = (miss as { needed: number }).needed;
    expect(needed).toBeGreaterThan(30);
    expect(
      missesOf([{ travel: { ...travel, maxMinutes: needed } }], farther),
      "with it the pair fits",
    ).toEqual([]);
    expect(missesOf([{ travel: { ...travel, maxMinutes: needed - 1 } }], farther)).toHaveLength(1);
  });

  test("one wish is named; what two wishes keep out, or nothing can help, is no near miss", () => {
    const misses = missesOf(
      [
        { wantedTherapistGender: "male" },
        { wantedTherapistGender: "male", wantedMethods: ["AP"] },
        { searchClosed: "paused" },
        { birthDate: "2015-01-01" },
      ],
      { gender: "female" },
    );
    expect(misses).toEqual([{ patientId: "patient 0", by: "wish", wish: "therapist-gender" }]);
  });

  test("what the practice wishes about patients counts too", () => {
    const wishes = { ...therapistRecord({}).wishes, ageMax: 30 };
    expect(missesOf([{ birthDate: "1980-01-01" }], { wishes })).toEqual([
      { patientId: "patient 0", by: "practice", rule: "patient-age" },
    ]);
  });

  test("a group is named where the therapist offers nothing else", () => {
    const offers = [{ method: "VT" as const, ageGroup: "adult" as const, setting: "group" as const }];
    expect(missesOf([{}], { offers })).toEqual([{ patientId: "patient 0", by: "wish", wish: "group" }]);
  });
});
