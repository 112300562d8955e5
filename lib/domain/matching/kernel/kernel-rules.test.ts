import { describe, expect, test } from "vitest";
import { matchingDay } from "@/tests/support/matching-records";
import type { Offer } from "../../vocabulary";
import type { MatchingPatient, MatchingTherapist } from "./records";
import { type RuleId, type RuleVerdict, ruleVerdict } from "./rules";
import { later, site, here, wishing, judged } from "@/tests/support/judged-pair";

type Case = [
  what: string,
  patient: Partial<MatchingPatient>,
  therapist: Partial<MatchingTherapist>,
  verdict: RuleVerdict,
];

const adultVt: Offer = { method: "VT", ageGroup: "adult", setting: "individual" };

const childVt: Offer = { ...adultVt, ageGroup: "child" };

/** On 18 November 2026 someone born on this day is exactly so old. */
const aged = (years: number) => ({ birthDate: `${2026 - years}-11-18` });

const oneDayYounger = (years: number) => ({ birthDate: `${2026 - years}-11-19` });

const cases: Record<RuleId, Case[]> = {
  contactable: [
    ["an active practice", {}, {}, "pass"],
    ["not yet reviewed", {}, { status: "pending_review" }, "fail"],
    ["blocked", {}, { status: "blocked" }, "fail"],
    ["objected to contact", {}, { objected: true }, "fail"],
    ["cooling for a millisecond more", {}, { coolingUntil: later }, "fail"],
    ["cooling ends at this instant", {}, { coolingUntil: matchingDay }, "pass"],
    ["open inquiry in the mailbox", {}, { mailboxHasOpenInquiry: true }, "fail"],
  ],
  "search-open": [
    ["running search", {}, {}, "pass"],
    ["search not active", { searchClosed: "inactive" }, {}, "fail"],
    ["paused", { searchClosed: "paused" }, {}, "fail"],
    ["consent missing", { searchClosed: "consent" }, {}, "fail"],
  ],
  "not-excluded": [["nobody excluded anyone", {}, {}, "pass"]],
  "age-licence": [
    ["18th birthday today, adults only", aged(18), {}, "pass"],
    ["18th birthday tomorrow, adults only", oneDayYounger(18), {}, "fail"],
    ["18th birthday tomorrow, children", oneDayYounger(18), { offers: [childVt] }, "pass"],
    ["21st birthday tomorrow, children", oneDayYounger(21), { offers: [childVt] }, "pass"],
    ["21st birthday today, children", aged(21), { offers: [childVt] }, "fail"],
    ["no birth date", { birthDate: null }, { offers: [adultVt, childVt] }, "unknown"],
    ["birth date in the future", { birthDate: "2026-11-19" }, { offers: [childVt] }, "unknown"],
    ["no offers known", {}, { offers: [] }, "unknown"],
  ],
  payer: [
    ["statutory insurance and a seat", {}, {}, "pass"],
    ["statutory insurance and no seat", {}, { statutorySeat: "no" }, "fail"],
    ["no seat, but reimbursement asked for", { reimbursementRoute: true }, { statutorySeat: "no" }, "pass"],
    ["seat not known", {}, { statutorySeat: "unknown" }, "unknown"],
    ["seat not known, reimbursement", { reimbursementRoute: true }, { statutorySeat: "unknown" }, "pass"],
    ["private insurance", { payer: "pkv" }, { statutorySeat: "no" }, "pass"],
    ["civil-service aid", { payer: "beihilfe" }, { statutorySeat: "unknown" }, "pass"],
    ["pays alone", { payer: "self" }, { statutorySeat: "no" }, "pass"],
    ["another body", { payer: "other" }, { statutorySeat: "no" }, "pass"],
    ["payer not stated, seat", { payer: null }, {}, "pass"],
    ["payer not stated, no seat", { payer: null }, { statutorySeat: "no" }, "unknown"],
    [
      "payer not stated, reimbursement",
      { payer: null, reimbursementRoute: true },
      { statutorySeat: "no" },
      "pass",
    ],
  ],
  method: [
    ["the wanted method", {}, {}, "pass"],
    ["one of two wanted methods", { wantedMethods: ["ST", "VT"] }, {}, "pass"],
    ["another method", { wantedMethods: ["AP"] }, {}, "fail"],
    ["nothing wanted", { wantedMethods: [] }, { offers: [] }, "pass"],
    ["the method, but only for children", {}, { offers: [childVt, { ...adultVt, method: "TP" }] }, "fail"],
    [
      "20 years, the method for children",
      oneDayYounger(21),
      { offers: [childVt, { ...adultVt, method: "TP" }] },
      "pass",
    ],
    [
      "the method, but only in groups",
      {},
      {
        offers: [
          { ...adultVt, setting: "group" },
          { ...adultVt, method: "TP" },
        ],
      },
      "fail",
    ],
    [
      "the method in groups, open to it",
      { openToGroup: true },
      { offers: [{ ...adultVt, setting: "group" }] },
      "pass",
    ],
    [
      "individual offer of who wants groups only",
      { openToGroup: true },
      wishing({ groupOnly: true }),
      "fail",
    ],
    ["no methods known", {}, { offers: [] }, "unknown"],
    ["age not known and it matters", { birthDate: null }, {}, "unknown"],
    ["age not known, offered for both", { birthDate: null }, { offers: [adultVt, childVt] }, "pass"],
  ],
  setting: [
    ["individual", {}, {}, "pass"],
    ["only groups", {}, { offers: [{ ...adultVt, setting: "group" }] }, "fail"],
    [
      "only groups, open to it",
      { openToGroup: true },
      { offers: [{ ...adultVt, setting: "group" }] },
      "pass",
    ],
    ["wishes groups only", {}, wishing({ groupOnly: true }), "fail"],
    ["wishes groups only, open to it", { openToGroup: true }, wishing({ groupOnly: true }), "pass"],
    ["only groups for this age", {}, { offers: [childVt, { ...adultVt, setting: "group" }] }, "fail"],
    ["only groups for another age", {}, { offers: [adultVt, { ...childVt, setting: "group" }] }, "pass"],
  ],
  distance: [
    ["same place", {}, {}, "pass"],
    ["far away", {}, { locations: [site] }, "fail"],
    ["the near one of two sites", {}, { locations: [site, { ...site, coordinates: here }] }, "pass"],
    ["far away, both open to video", { openToVideo: true }, { locations: [site], video: "yes" }, "pass"],
    ["far away, video not known", { openToVideo: true }, { locations: [site], video: "unknown" }, "fail"],
    ["far away, only the practice offers video", {}, { locations: [site], video: "yes" }, "fail"],
    ["patient's place not known", { coordinates: null }, {}, "unknown"],
    ["site's place not known", {}, { locations: [{ ...site, coordinates: null }] }, "unknown"],
    ["one site far, one not known", {}, { locations: [site, { ...site, coordinates: null }] }, "unknown"],
    ["no site", {}, { locations: [] }, "unknown"],
    ["no limit stated", { travel: { mode: "car", maxKm: null, maxMinutes: null } }, {}, "unknown"],
    [
      "near in km, too long in minutes",
      { travel: { mode: "foot", maxKm: 600, maxMinutes: 60 } },
      { locations: [site] },
      "fail",
    ],
    [
      "short in minutes, too far in km",
      { travel: { mode: "car", maxKm: 300, maxMinutes: 1200 } },
      { locations: [site] },
      "fail",
    ],
    [
      "no upper limit",
      { travel: { mode: "car", maxKm: Infinity, maxMinutes: null } },
      { locations: [site] },
      "pass",
    ],
  ],
  "therapist-gender": [
    ["any", {}, { gender: "not_stated" }, "pass"],
    ["as wanted", { wantedTherapistGender: "female" }, {}, "pass"],
    ["not as wanted", { wantedTherapistGender: "male" }, {}, "fail"],
    ["diverse wanted", { wantedTherapistGender: "diverse" }, { gender: "diverse" }, "pass"],
    ["not stated", { wantedTherapistGender: "female" }, { gender: "not_stated" }, "unknown"],
  ],
  language: [
    ["nothing wanted is German", {}, {}, "pass"],
    ["German is spoken by all", { languages: ["ar", "de"] }, {}, "pass"],
    ["a wanted language", { languages: ["ar", "tr"] }, { languages: ["en", "tr"] }, "pass"],
    ["none of the wanted languages", { languages: ["ar"] }, { languages: ["en"] }, "fail"],
    ["no languages stated", { languages: ["ar"] }, {}, "fail"],
  ],
  times: [
    ["two common hours", {}, {}, "pass"],
    ["exactly 50 minutes", {}, { officeHours: { wed: [{ from: "11:10", to: "13:00" }] } }, "pass"],
    ["49 minutes", {}, { officeHours: { wed: [{ from: "11:11", to: "13:00" }] } }, "fail"],
    ["another day", {}, { officeHours: { thu: [{ from: "09:00", to: "12:00" }] } }, "fail"],
    ["patient's times not stated", { availability: {} }, {}, "unknown"],
    ["an empty day states nothing", { availability: { wed: [] } }, {}, "unknown"],
    ["practice hours not known", {}, { officeHours: {} }, "unknown"],
  ],
  "patient-age": [
    ["no wish", { birthDate: null }, {}, "pass"],
    ["at the lower limit", aged(30), wishing({ ageMin: 30 }), "pass"],
    ["a day too young", oneDayYounger(30), wishing({ ageMin: 30 }), "fail"],
    ["the last day at the upper limit", oneDayYounger(31), wishing({ ageMax: 30 }), "pass"],
    ["too old", aged(31), wishing({ ageMax: 30 }), "fail"],
    ["no birth date", { birthDate: null }, wishing({ ageMax: 30 }), "unknown"],
  ],
  "patient-gender": [
    ["no wish", { gender: "not_stated" }, {}, "pass"],
    ["as wished", {}, wishing({ genders: ["female", "diverse"] }), "pass"],
    ["not as wished", {}, wishing({ genders: ["male"] }), "fail"],
    ["not stated", { gender: "not_stated" }, wishing({ genders: ["female"] }), "unknown"],
  ],
  diagnosis: [
    ["no wish", { diagnoses: [] }, {}, "pass"],
    ["the wish is the beginning", { diagnoses: ["F40.1"] }, wishing({ diagnoses: ["F40"] }), "pass"],
    ["the diagnosis is the beginning", { diagnoses: ["F40"] }, wishing({ diagnoses: ["F40.1"] }), "pass"],
    ["neighbours", { diagnoses: ["F40.1"] }, wishing({ diagnoses: ["F40.2"] }), "fail"],
    ["one of several", { diagnoses: ["Z73", "F40.1"] }, wishing({ diagnoses: ["F32", "F40"] }), "pass"],
    ["no diagnosis", { diagnoses: [] }, wishing({ diagnoses: ["F40"] }), "unknown"],
    ["refused", { diagnoses: ["F60.31"] }, wishing({ excludedDiagnoses: ["F60.3"] }), "fail"],
    ["beside a refused one", { diagnoses: ["F60.2"] }, wishing({ excludedDiagnoses: ["F60.3"] }), "pass"],
    [
      "too general to be refused",
      { diagnoses: ["F60"] },
      wishing({ excludedDiagnoses: ["F60.3"] }),
      "unknown",
    ],
    [
      "too general, and not treated",
      { diagnoses: ["F60"] },
      wishing({ diagnoses: ["F40"], excludedDiagnoses: ["F60.3"] }),
      "fail",
    ],
  ],
  access: [
    ["not needed", {}, { locations: [{ id: "a", coordinates: here, stepFree: "no" }] }, "pass"],
    ["needed and there", { stepFreeAccess: true }, {}, "pass"],
    [
      "needed and not there",
      { stepFreeAccess: true },
      { locations: [{ id: "a", coordinates: here, stepFree: "no" }] },
      "fail",
    ],
    [
      "not known",
      { stepFreeAccess: true },
      { locations: [{ id: "a", coordinates: here, stepFree: "unknown" }] },
      "unknown",
    ],
    ["no site", { stepFreeAccess: true }, { locations: [] }, "unknown"],
  ],
};

describe.each(Object.entries(cases))("%s", (rule, examples) => {
  test.each(examples)("%s", (_, patient, therapist, expected) => {
    const { failed, unknown } = judged(patient, therapist);
    expect(ruleVerdict(rule as RuleId, failed, unknown)).toBe(expected);
  });
});
