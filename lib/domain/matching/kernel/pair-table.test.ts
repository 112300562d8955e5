import { expect, test } from "vitest";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { judgeAllPairs, judgePairs } from "./judge-pairs";
import { collectAllPairs } from "./pair-table";
import { isUndetermined, pairVerdict } from "./rules";
import { takeSnapshot } from "./snapshot";

const patients = Array.from({ length: 300 }, (_, i) =>
  patientRecord({ id: `p${i}`, wantedMethods: i % 2 ? ["VT"] : [], searchClosed: i % 10 ? null : "paused" }),
);
const therapists = Array.from({ length: 100 }, (_, i) =>
  therapistRecord({
    id: `t${i}`,
    mailbox: `m${i}`,
    officeHours: i % 3 ? therapistRecord().officeHours : {},
    statutorySeat: i % 7 ? "yes" : "unknown",
    locations: [{ id: "site", coordinates: { lat: 50.6 + i / 300, lon: 6.0839 }, stepFree: "yes" }],
  }),
);
const snapshot = takeSnapshot({ patients, therapists, exclusions: [] }, matchingDay);

test("the table holds each pair that may be proposed, as judged, however many there are, and counts the rest", () => {
  const expected: unknown[] = [];
  const counts = { fit: 0, check: 0, undetermined: 0 };
  judgeAllPairs(snapshot, {}, ({ patient, therapist, failed, unknown, location, km, minutes }) => {
    const verdict = pairVerdict(failed, unknown);
    if (verdict !== "out") counts[verdict]++;
    else if (isUndetermined(failed, unknown)) counts.undetermined++;
    if (verdict !== "out") expected.push({ patient, therapist, unknown, location, km, minutes });
  });
  const { table, counts: counted } = collectAllPairs(snapshot);
  const rows = Array.from({ length: table.length }, (_, row) => ({
    patient: table.patient[row],
    therapist: table.therapist[row],
    unknown: table.unknown[row],
    location: table.location[row],
    km: table.km[row],
    minutes: table.minutes[row],
  }));
  expect(table.length).toBeGreaterThan(10_000);
  expect(rows).toEqual(expected);
  expect(counted).toEqual(counts);
});

test("long work comes in slices that tell how many patients are done, the last one all of them", () => {
  const done = [...judgePairs(snapshot, { failing: true }, () => {})];
  expect(done.length).toBeGreaterThan(1);
  expect(done.at(-1)).toBe(patients.length);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
});

test("a selection of patients is judged alone, and an empty one is done at once", () => {
  const seen = new Set<number>();
  judgeAllPairs(snapshot, { patients: [5, 7] }, ({ patient }) => seen.add(patient));
  expect([...seen]).toEqual([5, 7]);
  expect([...judgePairs(snapshot, { patients: [] }, () => {})]).toEqual([0]);
});
