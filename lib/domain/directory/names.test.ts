import { expect, test } from "vitest";
import { cleanName, cleanTitle, isInstitution, joinTitles, normalisedName, splitFullName } from "./names";

test.each([
  ["Anna Wiesenthau", "", "Anna", "Wiesenthau"],
  ["Dr. phil. Petra Tietz -Roder", "Dr. phil.", "Petra", "Tietz-Roder"],
  ["Petra Tietz - Roder", "", "Petra", "Tietz-Roder"],
  ["Olga Spivak de Weissmann", "", "Olga", "Spivak de Weissmann"],
  ["Spivak de Weissmann", "", "", "Spivak de Weissmann"],
  ["Maria Luisa de Souza", "", "Maria Luisa", "de Souza"],
  ["Hans-Peter von der Ahe", "", "Hans-Peter", "von der Ahe"],
  ["Jan van Dyk", "", "Jan", "van Dyk"],
  ["Samira El Amrani", "", "Samira", "El Amrani"],
  ["Maria Gräfin von Ahrendorn", "", "Maria", "Gräfin von Ahrendorn"],
  ["Anna Maria Wiesenthau", "", "Anna Maria", "Wiesenthau"],
  ["Null", "", "", "Null"],
  ["Claudia Null", "", "Claudia", "Null"],
  ["Dr. True", "Dr.", "", "True"],
  ["Prof. Dr. med. Dipl.-Psych. Ilse None", "Prof. Dr. med. Dipl.-Psych.", "Ilse", "None"],
  ["Dr.phil. Dipl.Psych. Ilse Brückwald", "Dr. phil. Dipl.-Psych.", "Ilse", "Brückwald"],
  ["Dr Phil Brückwald", "Dr.", "Phil", "Brückwald"],
  ["Dr. C. Brückwald", "Dr.", "C.", "Brückwald"],
  ["Dr. h.c. Emil Brückwald", "Dr. h.c.", "Emil", "Brückwald"],
  ["Brückwald, Ilse", "", "Ilse", "Brückwald"],
  ["Ilse Brückwald, M.Sc.", "M.Sc.", "Ilse", "Brückwald"],
  ["Ilse Brückwald (geb. Holm)", "", "Ilse", "Brückwald"],
  ["Dr. rer. nat. (TR) Emel Kayaoglu", "Dr. rer. nat. (TR)", "Emel", "Kayaoglu"],
  ["Magda Magnus", "", "Magda", "Magnus"],
])("the full name %j has title %j, first name %j and surname %j", (text, title, firstName, lastName) => {
  expect(splitFullName(text)).toMatchObject({ title, firstName, lastName });
});

test("a surname whose beginning cannot be told is kept whole and marked", () => {
  expect(splitFullName("Spivak de Weissmann").unsure).toBe(true);
  expect(splitFullName("Olga Spivak de Weissmann").unsure).toBe(false);
});

test("a salutation in the name is read and not taken for a part of it", () => {
  expect(splitFullName("Frau Dr. Ilse Herr")).toMatchObject({
    salutation: "Frau",
    firstName: "Ilse",
    lastName: "Herr",
  });
  expect(splitFullName("Herr")).toMatchObject({ salutation: "", firstName: "", lastName: "Herr" });
});

test.each([
  ["Tietz -Roder", "Tietz-Roder"],
  ["Tietz- Roder", "Tietz-Roder"],
  ["Tietz – Roder", "Tietz-Roder"],
  ["  O’Brückwald ", "O'Brückwald"],
  ["Brückwald geb. Holm", "Brückwald"],
  ["-", ""],
])("the name part %j is tidied to %j", (text, expected) => {
  expect(cleanName(text)).toBe(expected);
});

test("titles have one spelling and none is repeated", () => {
  expect(cleanTitle("dr.phil")).toBe("Dr. phil.");
  expect(cleanTitle("Dipl. - Psych.")).toBe("Dipl.-Psych.");
  expect(joinTitles("Dr. phil.", "Dr.")).toBe("Dr. phil.");
  expect(joinTitles("Dipl.-Psych.", "Dr.")).toBe("Dipl.-Psych. Dr.");
  expect(joinTitles("", "Dr.")).toBe("Dr.");
});

test("names compare equal however umlauts, accents and hyphens are written", () => {
  expect(normalisedName("Brückwald-Łęski")).toBe(normalisedName("Brueckwald -Leski"));
  expect(normalisedName("Tietz-Roder")).toBe(normalisedName("tietz roder"));
});

test("institutions are told from people", () => {
  for (const name of [
    "MVZ am Wall GmbH",
    "Gemeinschaftspraxis Wall",
    "Tagesklinik Nord",
    "Institut für Therapie e. V.",
  ]) {
    expect(isInstitution(name), name).toBe(true);
  }
  for (const name of ["Anna Wiesenthau", "Null", "Klinkhammer", "Ugur Kgosi"])
    expect(isInstitution(name), name).toBe(false);
});
