import { describe, expect, test } from "vitest";
import type { HealthRecord } from "@/db/schema";
import { type Trait, profileOf, profileRisks } from "./profile";

const health: HealthRecord = {
  insuranceNumber: "A123456789",
  diagnoses: ["F41.1"],
  symptoms: ["anxiety", "suicidal_thoughts", "sleep_problems"],
  symptomsText: "geheim",
  previousTherapy: true,
  previousTherapyEndedOn: "2024-01-01",
  consultationDone: true,
  consultationOn: "2026-10-01",
  ptv11: { acute: false, urgent: true },
};
const trait: Trait = { gender: "female", age: 34, postalCode: "52062", city: "Aachen", languages: ["de"] };
const patient = {
  ...trait,
  health,
  payer: "gkv" as const,
  reimbursementRoute: false,
  availability: {},
  languages: ["de"],
  wantedMethods: ["VT"],
  openToGroup: false,
  openToVideo: true,
  stepFreeAccess: false,
  waitingSince: new Date("2026-09-01"),
};
const crowdOf = (count: number, changes: Partial<Trait> = {}) =>
  Array.from({ length: count }, () => ({ ...trait, ...changes }));

describe("what a therapist sees of a patient", () => {
  test("neither name nor id nor number nor free text nor diagnosis", () => {
    const told = JSON.stringify(
      profileOf(
        { ...patient, firstName: "Erna", lastName: "Geheimnis", id: "4711" } as typeof patient,
        crowdOf(5),
      ),
    );
    for (const secret of ["Erna", "Geheimnis", "4711", "A123456789", "geheim", "F41", "52062", "2024-01-01"])
      expect(told).not.toContain(secret);
  });

  test("groups of symptoms only, and thoughts of suicide not even as their group", () => {
    expect(profileOf(patient, crowdOf(5)).symptomGroups).toEqual(["mood", "body"]);
    const alone = {
      ...patient,
      health: { ...health, symptoms: ["suicidal_thoughts" as const, "self_harm" as const] },
    };
    expect(profileOf(alone, crowdOf(5)).symptomGroups).toEqual([]);
  });

  test("town and age where five are alike, else less", () => {
    expect(profileOf(patient, crowdOf(5))).toMatchObject({
      age: { exact: 34 },
      area: { postalPrefix: "52", town: "Aachen" },
    });
    expect(profileOf(patient, crowdOf(4))).toMatchObject({
      age: { band: [30, 39] },
      area: { postalPrefix: "5", town: null },
    });
    const spread = [...crowdOf(2), ...crowdOf(3, { city: "Düren", postalCode: "52349" })];
    expect(profileOf(patient, spread)).toMatchObject({
      age: { band: [30, 39] },
      area: { postalPrefix: "52", town: null },
    });
    expect(profileOf(patient, crowdOf(9, { gender: "male" })).area.town).toBeNull();
  });

  test.each([
    [5, 0, 9],
    [9, 0, 9],
    [10, 10, 17],
    [17, 10, 17],
    [18, 18, 20],
    [20, 18, 20],
    [21, 21, 29],
    [79, 70, 79],
    [80, 80, 120],
    [101, 80, 120],
  ])("a span of ages for %i never hides who may treat", (age, from, to) => {
    expect(profileOf({ ...patient, age }, []).age).toEqual({ band: [from, to] });
  });
});

describe("who could be recognised all the same", () => {
  test("a language that fewer than five around speak is not named, German and common ones are", () => {
    const speaker = { ...patient, languages: ["de", "fa", "tr"] };
    const others = [...crowdOf(5, { languages: ["tr"] }), ...crowdOf(4, { languages: ["fa"] })];
    expect(profileOf(speaker, others)).toMatchObject({ languages: ["de", "tr"], speaksOther: true });
    const elsewhere = crowdOf(9, { languages: ["fa"], postalCode: "10115" });
    expect(JSON.stringify(profileOf(speaker, elsewhere))).not.toContain('"fa"');
    expect(profileOf(speaker, crowdOf(5, { languages: ["fa", "tr"] }))).toMatchObject({ speaksOther: false });
  });

  test("reviewers are told of few alike, rare languages and unusual ages, and of nothing else", () => {
    expect(profileRisks(trait, crowdOf(5))).toEqual([]);
    expect(profileRisks(trait, crowdOf(3))).toEqual([{ risk: "few_alike", count: 2 }]);
    expect(profileRisks(trait, [])).toEqual([{ risk: "few_alike", count: 0 }]);
    const old = { ...trait, age: 84, languages: ["de", "fa"] };
    expect(profileRisks(old, crowdOf(6, { age: 81 }))).toEqual([
      { risk: "rare_language" },
      { risk: "extreme_age" },
    ]);
  });
});
