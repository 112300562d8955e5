import { expect, test } from "vitest";
import type { DirectoryPerson } from "../../directory/merge-sites";
import { therapistInput } from "../../therapists/schemas";
import { exclusionsFromFile, patientFromFile, readPatientsFile, therapistFromFile } from "./from-files";

const at = new Date("2026-11-18T11:00:00Z");
const entry = {
  firstName: "Mira",
  lastName: "Sand",
  address: { postalCode: "52062" },
  travel: { maxMinutes: 30 },
};
const locate = (postalCode: string) => (postalCode === "52062" ? { lat: 50.77, lon: 6.09 } : null);

test("a patients file is a list; entries without an id are called by their place", () => {
  expect(readPatientsFile({ patients: [entry] })).toBeNull();
  const ids = (list: unknown[]) => readPatientsFile(list)!.patients.map(({ id }) => id);
  expect(ids([entry, { ...entry, id: "B" }, { ...entry, id: 17 }])).toEqual(["#1", "B", "17"]);
});

test("what does not fit the schema or repeats an id is refused with its place, the rest is kept", () => {
  const file = readPatientsFile([
    { ...entry, id: "A" },
    { ...entry, id: "A" },
    { ...entry, id: "C", travel: {} },
    7,
  ])!;
  expect(file.patients.map(({ id }) => id)).toEqual(["A"]);
  expect(file.refused.map(({ id, index }) => [id, index])).toEqual([
    ["A", 1],
    ["C", 2],
    [null, 3],
  ]);
  expect(file.refused[0]!.issue).toBe("id-twice");
  expect(file.refused[1]!.issue).toMatchObject({ path: ["travel", "maxMinutes"] });
});

test("what a patient leaves out is not stated, not made up: no birth date, no payer, no times", () => {
  const [patient] = readPatientsFile([entry])!.patients;
  expect(patientFromFile(patient!, locate, at)).toMatchObject({
    birthDate: null,
    payer: null,
    gender: "not_stated",
    availability: {},
    urgency: "normal",
    searchClosed: null,
    openInquiries: 0,
    coordinates: { lat: 50.77, lon: 6.09 },
  });
});

test("urgency comes from the boxes of PTV 11; a missing consent closes the search; own coordinates come first", () => {
  const { patients } = readPatientsFile([
    { ...entry, ptv11: { acute: true, urgent: true } },
    { ...entry, ptv11: { urgent: true }, consents: ["processing"], coordinates: { lat: 51, lon: 7 } },
  ])!;
  const [acute, urgent] = patients.map((patient) => patientFromFile(patient, locate, at));
  expect(acute).toMatchObject({ urgency: "acute", searchClosed: null });
  expect(urgent).toMatchObject({
    urgency: "urgent",
    searchClosed: "consent",
    coordinates: { lat: 51, lon: 7 },
  });
});

test("a person of a directory counts as active, is found by postcode, and shares a mailbox by address", () => {
  const record = therapistFromFile(person({ email: "praxis@sand.example" }), locate, at);
  expect(record).toMatchObject({
    id: "S1",
    status: "active",
    mailbox: "mail:praxis@sand.example",
    statutorySeat: "unknown",
  });
  expect(record.locations).toEqual([
    { id: "0", coordinates: { lat: 50.77, lon: 6.09 }, stepFree: "unknown" },
    { id: "1", coordinates: null, stepFree: "unknown" },
  ]);
});

test("announced places count as available for eight weeks", () => {
  const capacity = { individual: 1, group: 0, from: "2026-10-01", notedOn: "2026-10-01" };
  expect(therapistFromFile(person({ capacity }), locate, at).available).toBe("individual");
  expect(therapistFromFile(person({ capacity }), locate, new Date("2026-12-01")).available).toBeNull();
});

test("an excluded therapist is found by any id of the directory; unknown ids exclude nobody", () => {
  const { patients } = readPatientsFile([{ ...entry, id: "A", excludedTherapists: ["S2", "elsewhere"] }])!;
  expect(exclusionsFromFile(patients, [person({})])).toEqual([
    { patientId: "A", therapistId: "S1", reason: "patient_wish", until: null },
  ]);
});

function person(changes: Record<string, unknown>): DirectoryPerson {
  const therapist = therapistInput.parse({
    lastName: "Sand",
    locations: [{ address: { postalCode: "52062" } }, { address: { postalCode: "00000" } }],
    ...changes,
  });
  return { sourceId: "S1", sourceIds: ["S1", "S2"], index: 0, indexes: [0, 1], therapist, warnings: [] };
}
