import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { type DirectoryRecord, parseArztsuche } from "@/lib/domain/directory/arztsuche";
import { isGivenName } from "@/lib/domain/directory/given-names";
import { mergeSites, sourceKey } from "@/lib/domain/directory/merge-sites";
import { patientFileEntry } from "@/lib/domain/patients/schemas";
import { makeSampleFiles } from "./make-sample-files";
import { femaleNames, maleNames } from "./names";
import { areas } from "./places";
import { createRandom } from "./random";
import { toNewRecord, toOldRecord } from "./records";
import { inventTherapists } from "./therapists";

const read = (name: string) => readFileSync(`samples/${name}`, "utf8");
const names = ["aachen", "koeln", "dueren"].map((area) => `arztsuche-${area}.json`);
const readme = read("README.md");
const captures = names.map((name) => {
  const json = JSON.parse(read(name)) as { arztPraxisDatas: unknown[] };
  const parsed = parseArztsuche(json);
  return { name, entries: json.arztPraxisDatas, ...parsed, people: mergeSites(parsed.records) };
});
const people = captures.flatMap((capture) => capture.people);
const person = (id: string) => {
  const found = people.find(({ sourceIds }) => sourceIds.includes(id));
  if (!found) throw new Error(`${id} is not in the samples`);
  return found;
};

test("the files are what the program writes, so that a clone always has the same samples", () => {
  for (const [name, text] of Object.entries(makeSampleFiles())) expect(read(name) === text, name).toBe(true);
});

test("the import gives the counts that the README promises", () => {
  for (const { name, entries, records, refused, people: merged } of captures) {
    const row = [name, entries.length, records.length, refused.length, merged.length];
    expect(readme).toContain(`| ${row.join(" | ")} |`);
  }
  const ids = new Set(people.map(({ sourceId }) => sourceId));
  expect(readme).toContain(`${ids.size} people`);
  expect(ids.size).toBeGreaterThanOrEqual(480);
});

test("the README's table names every difficult entry of the files, and no other", () => {
  const inReadme = [...readme.matchAll(/\b(?:AC|K|DN)-[TR]\d\d[a-c]?\b/g)].map(([id]) => id);
  const inFiles = names.flatMap((name) =>
    [...read(name).matchAll(/"id":"((?:AC|K|DN)-[TR]\d\d[a-c]?)"/g)].map(([, id]) => id!),
  );
  expect([...new Set(inReadme)].sort()).toEqual([...new Set([...inFiles, "K-T13"])].sort());
});

test("malformed entries are refused for the right reason, and only they", () => {
  const reasons = Object.fromEntries(
    captures.flatMap(({ refused }) =>
      refused.filter(({ sourceId }) => sourceId).map(({ sourceId, reason }) => [sourceId, reason]),
    ),
  );
  expect(reasons).toEqual({
    "AC-R01": expect.stringContaining("Name fehlt"),
    "AC-R02": expect.stringContaining("Postleitzahl fehlt"),
    "K-R01": expect.stringContaining("Name fehlt"),
    "K-R02": expect.stringContaining("5O667"),
    "K-R03": expect.stringContaining("Einrichtung"),
    "K-R04": expect.stringContaining("Hautärzte"),
    "DN-R01": expect.stringContaining("Name fehlt"),
    "DN-R02": expect.stringContaining("80 Zeichen"),
  });
  expect(captures.map(({ refused }) => refused.filter(({ sourceId }) => sourceId === null).length)).toEqual([
    1, 1, 1,
  ]);
});

test("names, people and sites come out as the README says", () => {
  const nameOf = (id: string) => {
    const { title, firstName, lastName } = person(id).therapist;
    return [title, firstName, lastName].join("|");
  };
  expect(nameOf("AC-T01")).toBe("|Claudia|Null");
  expect(nameOf("AC-T02")).toBe("Dr. phil.|Martin|True");
  expect(nameOf("AC-T03")).toBe("|Ilse|None");
  expect(nameOf("AC-T04")).toBe("Dr. phil.|Petra|Tietz-Roder");
  expect(nameOf("AC-T05")).toBe("Dipl.-Psych.|Olga|Spivak de Weissmann");
  expect(nameOf("AC-T06")).toBe("M.Sc.||Holunderthal");
  expect(nameOf("K-T07")).toBe("|Müjgan|Wintergard");
  expect(nameOf("K-T14")).toBe("|Anna-Lena|O'Rotenfeld-Pappelhorst");
  expect(nameOf("DN-T01")).toBe("Dr. rer. nat.|Katharina|von der Ahrenmark");
  expect(nameOf("DN-T02")).toBe("|Ingo|Wacholderstern");
  expect(nameOf("DN-T03")).toBe("||Null");
  expect(nameOf("DN-T04")).toBe("|Elke|Erlenrode");
  const siteCount = (id: string) => person(id).therapist.locations.length;
  expect([siteCount("AC-T07"), siteCount("AC-T08a"), siteCount("AC-T10")]).toEqual([2, 2, 1]);
  expect(person("AC-T08b")).toBe(person("AC-T08a"));
  expect(new Set(["AC-T09a", "AC-T09b", "AC-T09c"].map((id) => person(id))).size).toBe(3);
  const both = people.filter(({ sourceId }) => sourceId === "AC-T04");
  expect(both).toHaveLength(2);
  expect(sourceKey(both[0]!)).toBe(sourceKey(both[1]!));
});

test("contacts, places, hours and offers come out as the README says", () => {
  const of = (id: string) => person(id).therapist;
  expect(["AC-T13a", "AC-T13b", "AC-T13c", "K-T15"].map((id) => of(id).phone)).toEqual([
    "030 23125-123",
    "02404 012345",
    "033203 0123-45",
    "0221 4710999",
  ]);
  expect(["K-T04", "K-T05", "K-T06"].map((id) => of(id).email)).toEqual([
    "praxis@quellhorst.example",
    "ruth@quellsang.example",
    null,
  ]);
  expect(of("K-T01")).toMatchObject({ phone: null, email: null });
  expect(["AC-T11", "AC-T12"].map((id) => of(id).locations[0]!.address.city)).toEqual(["Aachen", ""]);
  expect(["AC-T14a", "AC-T14b", "DN-T06"].map((id) => of(id).locations[0]!.coordinates)).toEqual([
    null,
    null,
    null,
  ]);
  expect(of("AC-T14c").locations[0]!.coordinates).toEqual({ lat: 50.7753, lon: 6.0838 });
  expect(of("DN-T04").locations[0]!.address).toMatchObject({ street: "Quittenweg", houseNumber: "12 b" });
  expect(["AC-T01", "AC-T15", "AC-T16"].map((id) => of(id).statutorySeat)).toEqual(["yes", "unknown", "no"]);
  expect(["K-T07", "K-T08"].map((id) => of(id).gender)).toEqual(["not_stated", "not_stated"]);
  expect(of("K-T02").phoneHours).toEqual({ mon: [{ from: "10:00", to: "11:00" }] });
  expect(of("K-T03")).toMatchObject({
    phoneHours: {
      tue: [
        { from: "09:00", to: "10:00" },
        { from: "14:00", to: "15:00" },
      ],
    },
    officeHours: { wed: [{ from: "16:00", to: "18:00" }] },
  });
  expect(person("K-T03").warnings).toHaveLength(3);
  expect(of("K-T09").offers).toEqual([{ method: "VT", ageGroup: "child", setting: "individual" }]);
  expect(of("K-T10").offers).toEqual([{ method: "AP", ageGroup: "adult", setting: "group" }]);
  expect(of("K-T11")).toMatchObject({ offers: [], languages: ["en"] });
  expect(of("K-T12").offers).toEqual([{ method: "ST", ageGroup: "adult", setting: "individual" }]);
  expect(of("K-T14")).toMatchObject({ languages: ["en", "fr"], specialOffers: ["Gebärdensprache"] });
  expect(people.filter(({ therapist }) => therapist.lastName === "Tannenmark")).toHaveLength(1);
});

test("the entries without a difficulty are read without a warning", () => {
  for (const { sourceId, warnings } of people.filter(({ sourceIds }) => /-\d{4}$/.test(sourceIds[0]!)))
    expect(warnings, sourceId).toEqual([]);
});

test("about 55 of 100 therapists have an e-mail address, and both generations are in one file", () => {
  const share = people.filter(({ therapist }) => therapist.email).length / people.length;
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(0.6);
  const aachen = read("arztsuche-aachen.json").split("\n");
  expect(aachen.filter((line) => line.includes('"tszDesTyps"')).length).toBeGreaterThan(50);
  expect(aachen.filter((line) => line.includes('"typTsz"')).length).toBeGreaterThan(50);
});

test("old and new generation of the same therapist give the same result, for 300 invented therapists", () => {
  const invented = inventTherapists(createRandom(7), areas.dueren, {
    count: 300,
    prefix: "X",
    taken: new Set(),
  });
  const parse = (write: typeof toNewRecord) =>
    parseArztsuche(invented.map((therapist) => write(therapist, areas.dueren)));
  const content = ({ therapist, warnings }: DirectoryRecord) => ({ therapist, warnings });
  expect(parse(toOldRecord).records.map(content)).toEqual(parse(toNewRecord).records.map(content));
  expect(parse(toOldRecord).records).toHaveLength(300);
});

test("nobody can be reached: mail domains are reserved, numbers belong to nobody", () => {
  const patients = z.array(patientFileEntry).parse(JSON.parse(read("patients.json")));
  const everybody = [...people.map(({ therapist }) => therapist), ...patients];
  const reserved = /(@|\.)(example\.(org|net)|[a-z0-9.-]+\.(example|test))$/;
  for (const { email } of everybody) if (email) expect(email).toMatch(reserved);
  for (const { phone } of everybody)
    if (phone) expect(phone).toMatch(/^0221 4710\d{3}$|^030 23125-?\d{3}$|^0\d{3,5} 0\d+(-\d+)?$/);
  for (const { fax, website } of people.map(({ therapist }) => therapist)) {
    if (fax) expect(fax).toMatch(/^0221 4710\d{3}$|^0\d{3,5} 0\d+$/);
    if (website) expect(website).toMatch(/\.example$/);
  }
});

test("the sample first names are known, so that full names in one field can be split", () => {
  expect([...femaleNames, ...maleNames].filter((name) => !isGivenName(name))).toEqual([]);
});

test("the patients have the shape of the REST resource and vary as the README says", () => {
  const patients = z.array(patientFileEntry).parse(JSON.parse(read("patients.json")));
  expect(patients).toHaveLength(60);
  expect(new Set(patients.map(({ id }) => id)).size).toBe(60);
  const ages = patients.flatMap(({ birthDate }) => (birthDate ? [2026 - Number(birthDate.slice(0, 4))] : []));
  expect(Math.min(...ages)).toBeLessThan(16);
  expect(Math.max(...ages)).toBeGreaterThan(65);
  for (const { birthDate, guardian, waitingSince, consents } of patients) {
    expect(guardian !== null).toBe(birthDate !== null && birthDate > "2008-11-23");
    expect(waitingSince! < "2026-11-23").toBe(true);
    expect(consents).toContain("processing");
  }
  expect(patients.filter(({ consents }) => !consents.includes("sharing")).map(({ id }) => id)).toEqual([
    "P-021",
  ]);
  expect(new Set(patients.map(({ payer }) => payer)).size).toBeGreaterThanOrEqual(4);
  expect(patients.filter(({ diagnoses }) => diagnoses.length === 0).length).toBeGreaterThan(5);
  expect(patients.filter(({ openToGroup }) => openToGroup).length).toBeGreaterThan(10);
});
