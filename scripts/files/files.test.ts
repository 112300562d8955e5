import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../command-line/usage-error";
import { readNamedPatients } from "./read-patients";

const mira = {
  id: "A",
  firstName: "Mira",
  lastName: "Sand",
  address: { postalCode: "52062" },
  travel: { maxMinutes: 30 },
};
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lotse-files-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Uint8Array) {
  const file = join(folder, "patients.json");
  writeFileSync(file, content);
  return readNamedPatients(file);
}

describe("a file of patients", () => {
  test.each([
    ["an empty list", "[]", []],
    ["a byte order mark", `\uFEFF${JSON.stringify([mira])}`, ["A"]],
    ["line ends of Windows", JSON.stringify([mira], null, 1).replaceAll("\n", "\r\n"), ["A"]],
    ["numbers for ids", JSON.stringify([{ ...mira, id: 0, excludedTherapists: [12] }]), ["0"]],
  ])("may have %s", (_, content, ids) => {
    const { patients, refused } = read(content);
    expect([patients.map(({ id }) => id), refused]).toEqual([ids, []]);
  });

  test.each<[string, string | Uint8Array, string]>([
    ["empty", "", "is not JSON: it is empty."],
    ["blank", " \n", "is not JSON: it is empty."],
    ["cut off", JSON.stringify([mira]).slice(0, -3), "is not JSON: it breaks off."],
    [
      "with a slip",
      '[\n{"id": "A",, "firstName": "Mira"}]',
      "is not JSON: line 2, column 12, cannot be read.",
    ],
    [
      "of lines",
      `${JSON.stringify(mira)}\n${JSON.stringify(mira)}\n`,
      "is not JSON: it has one record per line, where one list is needed.",
    ],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), "cannot be read: it is no text in UTF-8."],
    ["in UTF-16", Buffer.from(JSON.stringify([mira]), "utf16le"), "cannot be read: it is no text in UTF-8."],
    ["in Latin-1", Buffer.from('[{"id":"Jülich"}]', "latin1"), "cannot be read: it is no text in UTF-8."],
    [
      "with no number",
      '[{"id":"A","travel":{"maxMinutes":NaN}}]',
      "is not JSON: line 1, column 35, cannot be read.",
    ],
    ["an object", "{}", "holds no list of patients."],
    ["a number", "7", "holds no list of patients."],
  ])("that is %s is refused in one sentence that repeats nothing of it", (_, content, sentence) => {
    expect(() => read(content)).toThrow(new UsageError(`${join(folder, "patients.json")} ${sentence}`));
  });

  test("that is missing, or a folder, says so", () => {
    const [missing, directory] = [join(folder, "nowhere"), join(folder, "directory")];
    mkdirSync(directory);
    expect(() => readNamedPatients(missing)).toThrow(`${missing} cannot be read: there is no such file.`);
    expect(() => readNamedPatients(directory)).toThrow(`${directory} cannot be read: it is a folder.`);
  });

  test.each([
    [7, "the entry must be an object, not a number"],
    [{ id: true }, "id must be a text or a number, not true or false"],
    [{ id: "x".repeat(81) }, "id must have no more characters than 80"],
    [{ id: "" }, "id must not be empty"],
    [{ id: "\u001b[31mred".repeat(9), gender: "f" }, "gender must be female, male, diverse or not_stated"],
    [{ id: "A" }, "id is used twice"],
    [{ lastName: undefined }, "lastName is missing"],
    [{ lastName: " " }, "lastName must not be empty"],
    [{ lastName: "a\u0007" }, "lastName must hold no control characters"],
    [{ birthDate: "21.06.1972" }, "birthDate must be a day such as 2026-11-18"],
    [{ email: "mira" }, "email must be an e-mail address"],
    [{ gender: "f" }, "gender must be female, male, diverse or not_stated"],
    [{ symptoms: ["sad"] }, "symptoms.0 is not one of the known words"],
    [{ diagnoses: ["depression"] }, "diagnoses.0 must be an ICD-10 code such as F41.1"],
    [{ address: { postalCode: 52062 } }, "address.postalCode must be a text, not a number"],
    [{ address: { postalCode: "5206" } }, "address.postalCode must be a German postcode of five digits"],
    [{ travel: { maxMinutes: "30" } }, "travel.maxMinutes must be a number, not a text"],
    [{ travel: { maxMinutes: 300 } }, "travel.maxMinutes must be 240 or less"],
    [{ travel: { maxMinutes: 1 } }, "travel.maxMinutes must be 5 or more"],
    [{ travel: {} }, "travel.maxMinutes is missing, and travel.maxKm too"],
    [{ openToGroup: "no" }, "openToGroup must be true or false, not a text"],
    [{ languages: "de" }, "languages must be a list, not a text"],
    [
      { availability: { mon: [{ from: "9", to: "10:00" }] } },
      "availability.mon.0.from must be a time such as 09:30",
    ],
    [{ availability: { monday: [] } }, "availability.monday is not known"],
    [{ waitingSince: "1999-01-01" }, "waitingSince must be in the year 2000 or later"],
    [{ coordinates: { lat: 91, lon: 6 } }, "coordinates.lat must be 90 or less"],
  ])("leaves out the entry %j with place and field", (changes, sentence) => {
    const entry = typeof changes === "number" ? changes : { ...mira, id: "B", ...changes };
    const { patients, refused } = read(JSON.stringify([mira, entry]));
    expect(patients).toHaveLength(1);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/^[^\u001b]*patients\.json, entry 2( \([^)]{1,40}\))?: /);
    expect(refused[0]!.slice(refused[0]!.indexOf(": ") + 2)).toBe(`${sentence}.`);
  });

  test("of which no entry can be used is refused with the first reason", () => {
    expect(() => read(JSON.stringify([{ ...mira, address: {} }, 7]))).toThrow(
      new UsageError(`${join(folder, "patients.json")}, entry 1 (A): address.postalCode is missing.`),
    );
  });
});
