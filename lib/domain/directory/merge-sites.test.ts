import fc from "fast-check";
import { expect, test } from "vitest";
import { therapistInput } from "../therapists/schemas";
import type { DirectoryRecord } from "./arztsuche";
import { mergeSites, sourceKey } from "./merge-sites";

const record = (
  index: number,
  sourceId: string,
  changes: object,
  street = "Am Lindenwall",
): DirectoryRecord => ({
  sourceId,
  index,
  warnings: [],
  therapist: therapistInput.parse({
    firstName: "Ilse",
    lastName: "Brückwald",
    locations: [{ address: { street, houseNumber: "1", postalCode: "52062", city: "Aachen" } }],
    ...changes,
  }),
});
const namesOf = (people: ReturnType<typeof mergeSites>) =>
  people.map(({ therapist }) => `${therapist.firstName} ${therapist.lastName}`);

test("the same id at two sites is one person with two locations", () => {
  const [person, ...rest] = mergeSites([
    record(0, "A-1", { phone: "0241 00123" }),
    record(4, "A-1", {}, "Waldhof"),
  ]);
  expect(rest).toEqual([]);
  expect(person).toMatchObject({ sourceId: "A-1", sourceIds: ["A-1"], index: 0, indexes: [0, 4] });
  expect(person!.therapist.locations.map(({ address }) => address.street)).toEqual([
    "Am Lindenwall",
    "Waldhof",
  ]);
});

test("different ids are one person only with the same full name and the same mailbox or number", () => {
  const email = "ilse@wall.example";
  expect(mergeSites([record(0, "A-1", { email }), record(1, "A-2", { email }, "Waldhof")])).toHaveLength(1);
  expect(
    mergeSites([
      record(0, "A-1", { phone: "0241 00123" }),
      record(1, "A-2", { phone: "0241/00123" }, "Waldhof"),
    ]),
  ).toHaveLength(1);
  expect(mergeSites([record(0, "A-1", { email }), record(1, "A-2", {}, "Waldhof")])).toHaveLength(2);
  expect(mergeSites([record(0, "A-1", {}), record(1, "A-2", {})])).toHaveLength(2);
  expect(
    mergeSites([record(0, "A-1", { email, firstName: "" }), record(1, "A-2", { email, firstName: "" })]),
  ).toHaveLength(2);
});

test("several people behind one mailbox stay several people", () => {
  const email = "praxis@wall.example";
  const people = mergeSites([
    record(0, "A-1", { email }),
    record(1, "A-2", { email, firstName: "Udo" }),
    record(2, "A-3", { email, lastName: "Holm" }),
  ]);
  expect(namesOf(people)).toEqual(["Ilse Brückwald", "Udo Brückwald", "Ilse Holm"]);
});

test("two names under one id are two people with ids of their own", () => {
  const people = mergeSites([record(0, "A-1", {}), record(1, "A-1", { firstName: "Udo", lastName: "Holm" })]);
  expect(people).toHaveLength(2);
  expect(new Set(people.map(({ sourceId }) => sourceId)).size).toBe(2);
  expect(people.flatMap(({ warnings }) => warnings)).toHaveLength(1);
});

test("a first name that only one record has is taken over", () => {
  const [person] = mergeSites([record(0, "A-1", { firstName: "" }), record(1, "A-1", {})]);
  expect(person!.therapist.firstName).toBe("Ilse");
});

test("what one site knows is kept, contradictions stay open, and an identical record adds nothing", () => {
  const first = record(0, "A-1", {
    gender: "female",
    statutorySeat: "yes",
    email: "a@wall.example",
    languages: ["tr"],
    officeHours: { mon: [{ from: "09:00", to: "10:00" }] },
  });
  const second = record(
    1,
    "A-1",
    {
      gender: "male",
      statutorySeat: "unknown",
      languages: ["en"],
      officeHours: { mon: [{ from: "09:30", to: "11:00" }] },
    },
    "Waldhof",
  );
  const [person] = mergeSites([first, second]);
  expect(person!.therapist).toMatchObject({
    gender: "not_stated",
    statutorySeat: "yes",
    email: "a@wall.example",
    languages: ["en", "tr"],
    officeHours: { mon: [{ from: "09:00", to: "11:00" }] },
  });
  expect(mergeSites([first, { ...first, index: 9 }])[0]!.therapist).toEqual(first.therapist);
});

test("phone hours of another number are not mixed in", () => {
  const hours = (from: string) => ({ phoneHours: { mon: [{ from, to: "12:00" }] } });
  const [person] = mergeSites([
    record(0, "A-1", { phone: "0241 00123", email: "a@wall.example", ...hours("11:00") }),
    record(1, "A-1", { phone: "0221 4710123", ...hours("08:00") }, "Waldhof"),
  ]);
  expect(person!.therapist).toMatchObject({ phone: "0241 00123", ...hours("11:00") });
});

test("the result does not depend on the order of the records", () => {
  const email = "praxis@wall.example";
  const records = [
    record(0, "A-1", { email }),
    record(1, "A-2", { email, firstName: "Udo" }),
    record(2, "A-1", { email, title: "Dr." }, "Waldhof"),
    record(3, "A-4", { phone: "0241 00123", firstName: "Udo" }),
    record(4, "A-2", { firstName: "", phone: "0241 00123" }, "Waldhof"),
    record(5, "A-4", { lastName: "Holm" }),
  ];
  const keys = (list: DirectoryRecord[]) =>
    mergeSites(list)
      .map((person) => `${person.sourceId} ${sourceKey(person)}`)
      .sort();
  const expected = keys(records);
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
      expect(keys(shuffled)).toEqual(expected);
    }),
  );
});

test("the source key changes with any content and with nothing else", () => {
  const base = record(0, "A-1", {});
  expect(sourceKey({ ...base, index: 7, warnings: ["x"] } as DirectoryRecord)).toBe(sourceKey(base));
  expect(sourceKey(record(0, "A-1", { phone: "0241 00123" }))).not.toBe(sourceKey(base));
  expect(sourceKey(record(0, "A-2", {}))).not.toBe(sourceKey(base));
});
