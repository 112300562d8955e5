import { expect, test } from "vitest";
import { readLanguages } from "./languages";

test("German names of languages become ISO codes in order, without doubles", () => {
  expect(readLanguages(["Türkisch", "Englisch", "englisch (fließend)"]).languages).toEqual(["en", "tr"]);
  expect(readLanguages(["Englisch, Französisch und Spanisch"]).languages).toEqual(["en", "es", "fr"]);
  expect(readLanguages(["Englische Sprache", "russischsprachig", "FARSI", "pl"]).languages).toEqual([
    "en",
    "fa",
    "pl",
    "ru",
  ]);
  expect(readLanguages(["Serbokroatisch"]).languages).toEqual(["bs", "hr", "sr"]);
});

test("sign language is no ISO 639-1 language and is kept apart", () => {
  expect(readLanguages(["Deutsche Gebärdensprache (DGS)"])).toEqual({
    languages: [],
    signLanguage: true,
    unknown: [],
  });
});

test("an unknown language is named and never guessed", () => {
  expect(readLanguages(["Klingonisch", "constructor", "xx"])).toEqual({
    languages: [],
    signLanguage: false,
    unknown: ["Klingonisch", "constructor", "xx"],
  });
});
