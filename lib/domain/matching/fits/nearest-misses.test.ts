import { describe, expect, test } from "vitest";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { nearestMisses } from "./nearest-misses";
import type { MatchingPatient, MatchingTherapist } from "../kernel/records";
import { atOnce } from "../kernel/slices";
import { takeSnapshot } from "../kernel/snapshot";
import { whoFitsTherapist } from "./who-fits";

function missesOf(patients: Partial<MatchingPatient>[], therapist: Partial<MatchingTherapist> = {}) {
  const records = patients.map((changes, i) => patientRecord({ id: `patient ${i}`, ...changes }));
  const world = { patients: records, therapists: [therapistRecord(therapist)], exclusions: [] };
  const snapshot = takeSnapshot(world, matchingDay);
  const { out } = whoFitsTherapist(snapshot, 0, { reach: 2, withFailing: true });
  const slices = nearestMisses(snapshot, 0, out, { most: 12 });
  return atOnce(slices).map(({ patientId, hindrance }) => ({ patientId, ...hindrance }));
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

  test("a site without steps farther away is named with the limit that reaches it, one far beyond is not", () => {
    const near = { id: "near", coordinates: { lat: 50.7753, lon: 6.0839 }, stepFree: "no" as const };
    const person = { stepFreeAccess: true, travel: { mode: "car" as const, maxMinutes: 30, maxKm: null } };
    const locations = [near, ...farther.locations];
    const [miss] = missesOf([person], { locations });
    expect(miss).toMatchObject({ by: "limit", limit: "minutes", now: 30 });
    const travel = { ...person.travel, maxMinutes: (miss as { needed: number }).needed };
    expect(missesOf([{ ...person, travel }], { locations }), "with it the pair fits").toEqual([]);
    expect(missesOf([{ ...person, travel: { ...travel, maxMinutes: 15 } }], { locations })).toEqual([]);
    expect(missesOf([person], { locations: [near] }), "nothing helps").toEqual([]);
    const doubtful = farther.locations.map((site) => ({ ...site, stepFree: "unknown" as const }));
    expect(missesOf([person], { locations: [near, ...doubtful] }), "nobody knows").toEqual([]);
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

describe("in a big city", () => {
  const many = (changes: Partial<MatchingPatient>, start = 0) =>
    Array.from({ length: 400 }, (_, i) => patientRecord({ id: `patient ${start + i}`, ...changes }));

  /** How many are found, and after how many of the pauses in which the server answers others. */
  function lookAmong(patients: MatchingPatient[]) {
    const world = { patients, therapists: [therapistRecord({ gender: "female" })], exclusions: [] };
    const snapshot = takeSnapshot(world, matchingDay);
    const { out } = whoFitsTherapist(snapshot, 0, { reach: 2, withFailing: true });
    const slices = nearestMisses(snapshot, 0, out, { most: 12 });
    let pauses = 0;
    for (;;) {
      const slice = slices.next();
      if (slice.done) return { misses: slice.value, pauses };
      pauses++;
    }
  }

  test("a dozen are found without looking at everybody, and whom one rule keeps out come first", () => {
    const two = many({ wantedTherapistGender: "male", wantedMethods: ["AP"] });
    const one = many({ wantedTherapistGender: "male" }, 400);
    const { misses, pauses } = lookAmong([...two, ...one]);
    expect(misses).toHaveLength(12);
    expect(misses.every(({ patientId }) => Number(patientId.split(" ")[1]) >= 400)).toBe(true);
    expect(pauses).toBe(0);
  });

  test("where nobody is a near miss, others are answered meanwhile", () => {
    const { misses, pauses } = lookAmong(many({ wantedTherapistGender: "male", wantedMethods: ["AP"] }));
    expect(misses).toEqual([]);
    expect(pauses).toBe(24);
  });

  test("whom three rules keep out, or one that nobody can change, is not looked at", () => {
    const three = { wantedMethods: ["AP" as const], wantedTherapistGender: "male" as const, payer: null };
    const noTime = { ...three, availability: { sun: [{ from: "20:00", to: "22:00" }] } };
    for (const patients of [
      many(noTime),
      many({ searchClosed: "paused" }),
      many({ birthDate: "2015-01-01" }),
    ])
      expect(lookAmong(patients)).toEqual({ misses: [], pauses: 0 });
  });
});
