import { parseOptions } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./passwords";
import { newPassword } from "./schemas";

const problemOf = (password: string) =>
  newPassword.safeParse(password).error?.issues.map(({ message }) => message);

describe("passwords", () => {
  test("are hashed with at least the parameters that OWASP asks for", async () => {
    const stored = await hashPassword("kranich leuchtet still");
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(parseOptions(stored)).toMatchObject({
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      saltLen: 16,
    });
    expect(await hashPassword("kranich leuchtet still")).not.toBe(stored);
  });

  test("fit their own hash only, in whatever form an umlaut was typed, and never a missing one", async () => {
    const stored = await hashPassword("grüne Möwe im Nebel".normalize("NFC"));
    expect(await verifyPassword(stored, "grüne Möwe im Nebel".normalize("NFD"))).toBe(true);
    expect(await verifyPassword(stored, "grüne möwe im nebel")).toBe(false);
    expect(await verifyPassword(undefined, "")).toBe(false);
    expect(await verifyPassword(undefined, "grüne Möwe im Nebel")).toBe(false);
  });

  test.each(["kurz", "elf Zeichen", "🦢🦢🐟🐠🐡🦈🐬🐳🐋🦭🐙"])("%j is too short", (text) => {
    expect(problemOf(text)).toEqual(["password_short"]);
  });

  test.each([
    "passwort1234",
    "Passwort2026!",
    "P@ssw0rd1234",
    "hallohallo12",
    "sommer2026praxis",
    "123456789012",
    "210987654321",
    "qwertzuiopasd",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "1q2w3e4r1q2w3e4r",
    "LotseLotse2026",
  ])("%j is refused as one that is guessed first", (text) => {
    expect(problemOf(text)).toEqual(["password_worst"]);
  });

  test.each([
    "kranich leuchtet still",
    "Tr0mmel&Wolke",
    "elf-oder-zwölf",
    "nur kleine buchstaben",
    "829471650384",
  ])("%j is taken, without rules of composition", (text) => expect(problemOf(text)).toBeUndefined());
});
