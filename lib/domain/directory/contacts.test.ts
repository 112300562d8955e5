import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanEmail, cleanPhone, cleanWebsite } from "./contacts";

test.each([
  // area codes of two to five digits
  ["030 23125-12", "030 23125-12"],
  ["0221/4710 123", "0221 4710123"],
  ["02421/001234", "02421 001234"],
  ["033203/00123", "033203 00123"],
  ["(0241) 00 12 34", "0241 001234"],
  ["02 41 / 00 12 34", "0241 001234"],
  ["0241-001234", "0241 001234"],
  ["0241001234", "0241 001234"],
  ["02421001234", "02421 001234"],
  ["+49 (0) 221 4710-0", "0221 4710-0"],
  ["+49 221 4710123", "0221 4710123"],
  ["0049 221 4710123", "0221 4710123"],
  ["Tel.: 0221 4710123 (AB)", "0221 4710123"],
  ["0221 4710123, 0221 4710124", "0221 4710123"],
  ["0221 4710123 oder 0221 4710124", "0221 4710123"],
  ["0221 4710123 / 0152 28817386", "0221 4710123"],
  ["015228817386", "0152 28817386"],
  ["+31 45 0012345", "+31 45 0012345"],
  ["0033 1 00123456", "+33 1 00123456"],
  ["123456", "123456"],
  // unseparated eastern codes: no list tells three from five digits, so the digits stay as they came
  ["03320300123", "03320300123"],
])("the telephone number %j is written %j", (text, expected) => {
  expect(cleanPhone(text)).toBe(expected);
});

test.each(["", "-", "k.A.", "auf Anfrage", "12", "0", "0241", "1".repeat(30)])(
  "%j is no telephone number",
  (text) => {
    expect(cleanPhone(text)).toBeNull();
  },
);

test("cleaning a telephone number twice changes nothing, and digits are neither lost nor invented", () => {
  const digits = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 8 })
    .map((list) => list.join(""));
  const areas = fc.constantFrom("030", "0221", "0241", "02421", "02402", "033203", "03301");
  const separators = fc.constantFrom("/", " ", "-", " / ", " - ");
  fc.assert(
    fc.property(areas, separators, digits, (area, separator, rest) => {
      const cleaned = cleanPhone(`${area}${separator}${rest}`);
      expect(cleaned?.replaceAll(/\D/g, "")).toBe(area + rest);
      expect(cleanPhone(cleaned!)).toBe(cleaned);
      expect(cleaned!.startsWith(`${area} `)).toBe(true);
    }),
  );
});

test.each([
  ["Praxis@Wall.Example", "praxis@wall.example", 0],
  ["mailto:praxis@wall.example?subject=Hallo", "praxis@wall.example", 0],
  ["praxis @ wall.example", "praxis@wall.example", 0],
  ["praxis(at)wall.example", "praxis@wall.example", 0],
  ["praxis [at] wall [dot] example", "praxis@wall.example", 0],
  ["a@wall.example; b@wall.example", "a@wall.example", 1],
  ["A@wall.example, a@WALL.example", "a@wall.example", 0],
  ["<praxis@wall.example>.", "praxis@wall.example", 0],
  ["kaputt@, praxis@wall.example", "praxis@wall.example", 0],
])("of %j the mailbox is %j", (text, email, left) => {
  expect(cleanEmail(text)).toEqual({ email, left });
});

test.each(["", "-", "praxis.wall.example", "praxis@wall", "@wall.example", "a b c", "praxis@wäll"])(
  "%j is no e-mail address",
  (text) => {
    expect(cleanEmail(text).email).toBeNull();
  },
);

test.each([
  ["praxis-wall.example", "https://praxis-wall.example"],
  ["http://praxis-wall.example/", "http://praxis-wall.example"],
  ["www.praxis-wall.example/team", "https://www.praxis-wall.example/team"],
  ["", ""],
  ["http://", ""],
  ["javascript:alert(1)", null],
  ["praxis@wall.example", null],
  ["Webseite folgt", null],
])("the web address %j is kept as %j", (text, expected) => {
  expect(cleanWebsite(text)).toBe(expected);
});
