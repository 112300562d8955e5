import { describe, expect, test } from "vitest";
import { isSamePerson } from "./same-person";

const jana = { firstName: "Jana", lastName: "Müller-Groß", birthDate: "1990-05-04" };

describe("two registrations from one mailbox", () => {
  test.each([
    ["spelt without umlauts", { firstName: "JANA", lastName: "Mueller Gross", birthDate: null }],
    ["with an accent", { firstName: "Jána", lastName: "Müller-Groß", birthDate: "1990-05-04" }],
    ["with another birth date", { firstName: "Jana", lastName: "Müller-Groß", birthDate: "1990-04-05" }],
    [
      "with a typing error in the last name",
      { firstName: "Jana", lastName: "Müler", birthDate: "1990-05-04" },
    ],
  ])("are one person when %s", (_, other) => expect(isSamePerson(jana, other)).toBe(true));

  test.each([
    ["a twin", { firstName: "Jule", lastName: "Müller-Groß", birthDate: "1990-05-04" }],
    ["a partner of the same first name", { firstName: "Jana", lastName: "Probst", birthDate: "1989-01-02" }],
    ["somebody whose birth date nobody knows", { firstName: "Jana", lastName: "Probst", birthDate: null }],
  ])("are two persons in the case of %s", (_, other) => expect(isSamePerson(jana, other)).toBe(false));

  test("two unknown birth dates do not make one person", () => {
    const [a, b] = ["Probst", "Muster"].map((lastName) => ({ firstName: "Jana", lastName, birthDate: null }));
    expect(isSamePerson(a!, b!)).toBe(false);
  });
});
