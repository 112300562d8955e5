import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { email, isoDay, line, phone, weeklyHours } from "@/lib/domain/shared-schemas";
import { locales } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type Sentences, sentenceFor, sentenceOf, sentenceOfIssue } from "./error-sentences";

const onError = (error: Error) => {
  throw error;
};
const translators = Object.fromEntries(
  locales.map((locale) => [
    locale,
    createTranslator({
      locale,
      messages: messages[locale],
      namespace: "errors",
      onError,
    }) as unknown as Sentences,
  ]),
);
const german = translators.de!;

const sentencesFor = (schema: z.ZodType, input: unknown, t = german) =>
  (schema.safeParse(input).error?.issues ?? []).map((issue) => sentenceOfIssue(issue, t));

describe("every refusal is a sentence", () => {
  test.each([
    [line(5).min(1), "", german("required")],
    [line(5), undefined, german("required")],
    [line(5), "sechs!", german("tooLong", { max: 5 })],
    [line(50), "a\u0000b", german("controlCharacters")],
    [email, "x", german("email")],
    [phone, "abc", german("phone")],
    [isoDay, "2026-02-30", german("date")],
    [z.number().min(5), 4, german("numberMin", { min: 5 })],
    [z.number().max(5), 6, german("numberMax", { max: 5 })],
    [z.number(), "x", german("number")],
    [z.enum(["a"]), "b", german("choose")],
    [z.array(z.string()).min(1), [], german("choose")],
    [z.array(z.string()).max(1), ["a", "b"], german("tooMany", { max: 1 })],
    [weeklyHours, { mon: [{ from: "08:0", to: "10:00" }] }, german("clockRange")],
    [weeklyHours, { mon: [{ from: "11:00", to: "10:00" }] }, german("timeOrder")],
    [z.strictObject({}), { more: 1 }, german("invalid")],
    [z.union([z.string(), z.number()]), null, german("invalid")],
    [z.number().multipleOf(5), 3, german("number")],
  ])("%#", (schema, input, sentence) => expect(sentencesFor(schema, input)[0]).toBe(sentence));

  test("an error of the domain without a sentence of its own says what its code means", () => {
    for (const t of Object.values(translators)) {
      for (const code of [
        "invalid",
        "not-found",
        "conflict",
        "forbidden",
        "rate-limited",
        "unavailable",
      ] as const) {
        expect(sentenceOf(new AppError(code, "no_such_key_at_all"), t)).toMatch(/^[A-ZÄÖÜ].*\.$/);
      }
      expect(
        sentenceOf(new AppError("rate-limited", "rate_limited", { params: { minutes: 3 } }), t),
      ).toContain("3");
    }
  });

  test("a key from a form cannot reach inside the words", () => {
    expect(sentenceFor("__proto__", german)).toBeNull();
    expect(sentenceFor("constructor", german)).toBeNull();
    expect(sentenceFor("a.b", german)).toBeNull();
  });
});

/** Seen by a workflow that tries again, and by no person. */
const ofWorkflows = ["geocoder_unavailable", "mailbox_unavailable"];

test("every key that the product refuses with has a sentence in every language", () => {
  const missing = sourceFiles(["lib/domain", "lib/core", "app"]).flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const keys = [
      ...source.matchAll(/\b(?:conflict|notFound|invalid)\(\s*"([a-z0-9_]+)"/g),
      ...source.matchAll(/new AppError\(\s*"[a-z-]+",\s*"(\w+)"/g),
      ...source.matchAll(/\berror: "([a-z0-9_]+)"/g),
      ...source.matchAll(/fields: \{ [\w".]+: "(\w+)" \}/g),
    ].map((match) => match[1] as string);
    return Object.values(translators).flatMap((t) =>
      keys
        .filter((key) => sentenceFor(key, namesOnly(t)) === null && !ofWorkflows.includes(key))
        .map((key) => `${file}: ${key}`),
    );
  });
  expect([...new Set(missing)]).toEqual([]);
});

/** Knows which sentences there are, and says their names, since arguments differ. */
const namesOnly = (t: Sentences): Sentences => Object.assign((key: string) => key, { has: t.has });

function sourceFiles(folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
      .map((name) => join(folder, name)),
  );
}
