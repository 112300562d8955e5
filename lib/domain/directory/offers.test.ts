import { expect, test } from "vitest";
import { methods } from "../vocabulary";
import { ageHintOf, readOffers } from "./offers";

const short = (psy: unknown, hint: "adult" | "child" | null = null) =>
  readOffers(psy, hint).offers.map(({ method, ageGroup, setting }) => `${method} ${ageGroup} ${setting}`);

test.each([
  ["Verhaltenstherapie für Kinder und Jugendliche in Einzeltherapie", ["VT child individual"]],
  ["Verhaltenstherapie für Erwachsene in Gruppentherapie", ["VT adult group"]],
  ["tiefenpsychologisch fundierte psychotherapie (erwachsene, einzeltherapie)", ["TP adult individual"]],
  [
    "Analytische Psychotherapie Erwachsene Einzel- und Gruppentherapie",
    ["AP adult individual", "AP adult group"],
  ],
  ["Psychoanalyse für Erwachsene als Einzeltherapie", ["AP adult individual"]],
  ["Systemische Therapie für Erwachsene und Kinder, Einzel", ["ST adult individual", "ST child individual"]],
  ["VT Erw. Einzel", ["VT adult individual"]],
  [
    "Tiefenpsychologisch fundierte und analytische Psychotherapie Erwachsene Einzel",
    ["TP adult individual", "AP adult individual"],
  ],
  ["Verhaltenstherapie Erwachsene Kombinationsbehandlung", ["VT adult individual", "VT adult group"]],
  ["Verhaltenstherapie Altersgruppe Erwachsene", ["VT adult individual"]],
])("the sentence %j offers %j", (text, expected) => {
  expect(short([text])).toEqual(expected);
});

test("the new form means the same as the old sentences for every method, age group and setting", () => {
  const names = {
    VT: "Verhaltenstherapie",
    TP: "Tiefenpsychologisch fundierte Psychotherapie",
    AP: "Analytische Psychotherapie",
    ST: "Systemische Therapie",
  };
  for (const method of methods) {
    for (const age of ["Erwachsene", "Kinder und Jugendliche"]) {
      for (const way of ["Einzeltherapie", "Gruppentherapie"]) {
        const old = short([`${names[method]} für ${age} in ${way}`]);
        expect(old).toHaveLength(1);
        expect(short([{ heading: names[method], values: [`${way} ${age}`] }])).toEqual(old);
        expect(short([{ heading: names[method], values: [`${age}: ${way}`] }])).toEqual(old);
        expect(short([{ heading: `${names[method]} (${age})`, values: [{ value: way }] }])).toEqual(old);
        expect(short([{ heading: age, values: [`${names[method]} ${way}`] }])).toEqual(old);
      }
    }
  }
});

test("an unnamed age group follows the professional group; with none it means adults and is reported", () => {
  expect(short(["Verhaltenstherapie Einzel"], "child")).toEqual(["VT child individual"]);
  expect(readOffers(["Verhaltenstherapie Einzel"], "adult").warnings).toEqual([]);
  const assumed = readOffers(["Verhaltenstherapie Einzel"], null);
  expect(assumed.offers).toEqual([{ method: "VT", ageGroup: "adult", setting: "individual" }]);
  expect(assumed.warnings).toHaveLength(1);
});

test("an unknown or denied offer is reported and offers nothing", () => {
  for (const text of ["Gesprächstherapie", "EMDR", "keine Verhaltenstherapie", "Gruppentherapie"]) {
    const { offers, warnings } = readOffers([text], "adult");
    expect(offers, text).toEqual([]);
    expect(warnings[0], text).toContain(text);
  }
});

test("the order of sentences does not matter and doubles are dropped", () => {
  const one = [
    "Systemische Therapie für Erwachsene in Einzeltherapie",
    "Verhaltenstherapie für Erwachsene in Einzeltherapie",
  ];
  expect(short(one)).toEqual(short([...one.toReversed(), ...one]));
});

test("professional groups say who is treated", () => {
  expect(ageHintOf(["Kinder- und Jugendlichenpsychotherapeut/in"])).toBe("child");
  expect(ageHintOf(["Psychologische/r Psychotherapeut/in"])).toBe("adult");
  expect(
    ageHintOf(["Psychologische/r Psychotherapeut/in", "Kinder- und Jugendlichenpsychotherapeut/in"]),
  ).toBe("adult");
  expect(ageHintOf([])).toBeNull();
});
