import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { AppError } from "@/lib/core/errors";
import { patientInput } from "@/lib/domain/patients/schemas";
import { crisisSymptoms, weekdays } from "@/lib/domain/vocabulary";
import { pathAfter, pathBefore } from "../way";
import { findStep, firstOpenStep, readAnswers, stepsFor } from "./all-steps";
import type { Values } from "./fields";
import { isCrisis } from "./situation";
import { type StepId, stepIds } from "./step";
import { availabilityOf } from "./times";

const now = new Date("2026-11-23T09:00:00Z");

/** A form that is filled in with the least that is needed. */
const complete: Values = {
  firstName: "Mira",
  lastName: "Sand",
  "birthDate.day": "24",
  "birthDate.month": "3",
  "birthDate.year": "1988",
  email: "mira@example.org",
  postalCode: "52062",
  payer: "gkv",
  timesKind: "any",
  travelMode: "transit",
  travelMinutes: "45",
  consentProcessing: "yes",
  consentSharing: "yes",
};
const born = (year: string): Values => ({ ...complete, "birthDate.year": year });

/** Field → key of the sentence, or null when the step is content. */
function complaints(id: StepId, values: Values): Record<string, string> | null {
  try {
    findStep(id)!.read(values, now);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.fields;
    if (error instanceof ZodError)
      return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
    throw error;
  }
}

describe("the least that is needed", () => {
  test("makes a patient that the domain accepts", () => {
    expect(firstOpenStep(complete, now)).toBeNull();
    const { consents, ...patient } = readAnswers(complete, now);
    expect(consents).toEqual(["processing", "sharing"]);
    expect(patientInput.parse(patient)).toMatchObject({
      birthDate: "1988-03-24",
      address: { postalCode: "52062", city: "Aachen" },
      travel: { mode: "transit", maxMinutes: 45, maxKm: null },
      languages: [],
      wantedMethods: [],
    });
  });

  test.each(Object.keys(complete).filter((name) => !/birthDate\.(month|year)/.test(name)))(
    "without %s the form is not complete",
    (name) => {
      const { [name]: _left, ...rest } = complete;
      expect(firstOpenStep(rest, now)).not.toBeNull();
    },
  );

  test("everything typed nowhere asks for the first step", () => {
    expect(firstOpenStep({}, now)?.id).toBe("person");
  });
});

describe("each screen names what to change", () => {
  test.each<[StepId, Values, Record<string, string>]>([
    [
      "person",
      {},
      { firstName: "first_name_missing", lastName: "last_name_missing", birthDate: "birth_date_missing" },
    ],
    ["person", { ...complete, "birthDate.year": "2031" }, { birthDate: "dateInFuture" }],
    ["person", { ...complete, "birthDate.year": "1831" }, { birthDate: "dateTooEarly" }],
    ["contact", { ...complete, email: "" }, { email: "email_missing" }],
    ["contact", { ...complete, postalCode: "5206" }, { postalCode: "postal_code" }],
    ["contact", { ...complete, postalCode: "00000" }, { postalCode: "postal_code_unknown" }],
    ["contact", { ...complete, city: "Berlin" }, { city: "city_differs" }],
    ["insurance", {}, { payer: "payer_missing" }],
    ["insurance", { payer: "AOK" }, { payer: "payer_missing" }],
    ["treatment", { previousTherapyEndedOn: "13/2024" }, { previousTherapyEndedOn: "month" }],
    ["treatment", { diagnoses: "F41.1, Angst" }, { "diagnoses.1": "icd10" }],
    ["times", { ...complete, timesKind: "some" }, { times: "choose_time" }],
    [
      "consents",
      { consentIdentity: "yes" },
      {
        consentProcessing: "consent_processing_missing",
        consentSharing: "consent_sharing_missing",
      },
    ],
    ["guardian", born("2013"), { guardianName: "guardian_missing" }],
    ["guardian", { ...born("2013"), guardianName: "Rosa Sand" }, { guardianPhone: "phone_or_email" }],
  ])("%s %#", (id, values, expected) => expect(complaints(id, values)).toMatchObject(expected));

  test("a doubtful place is accepted once this very place is confirmed", () => {
    const berlin = { ...complete, city: "Berlin", placeConfirmed: "52062 Berlin" };
    expect(complaints("contact", berlin)).toBeNull();
    expect(complaints("contact", { ...berlin, city: "Bonn" })).toEqual({ city: "city_differs" });
    const unknown = { ...complete, postalCode: "00000", city: "Neustadt", placeConfirmed: "00000 Neustadt" };
    expect(complaints("contact", unknown)).toBeNull();
    expect(complaints("contact", { ...unknown, placeConfirmed: "yes" })).toMatchObject({
      postalCode: "postal_code_unknown",
    });
    const nameless = { ...complete, postalCode: "00000", city: "", placeConfirmed: "00000" };
    expect(complaints("contact", nameless)).toEqual({ city: "city_missing" });
    expect(complaints("contact", { ...complete, city: "Aachen-Burtscheid" })).toBeNull();
  });

  test("NUL bytes, invented codes, lists instead of texts and a megabyte are refused or read as one text, and never thrown on", () => {
    const text = fc.oneof(
      fc.constantFrom("\u0000", "x".repeat(1_000_000), "gkv\u0000", "__proto__", "'; drop table patients"),
      fc.string(),
    );
    const values = fc.dictionary(
      fc.constantFrom(...stepIds.flatMap((id) => Object.keys(findStep(id)!.fields)), "birthDate.day"),
      fc.oneof(text, fc.array(text, { maxLength: 4 })),
    );
    fc.assert(
      fc.property(values, (typed) => {
        for (const id of stepIds) complaints(id, typed);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is asked depends on what was said", () => {
  test("only people under 18 are asked for a guardian, from 15 on without having to answer", () => {
    const asked = (values: Values) => stepsFor(values, now).map((step) => step.id);
    expect(asked(born("1988"))).not.toContain("guardian");
    expect(asked(born("2009"))).toContain("guardian");
    expect(complaints("guardian", born("2009"))).toBeNull();
    expect(complaints("guardian", born("2013"))).not.toBeNull();
  });

  test("a diagnosis is read as it stands on a letter: with its marks, and without what was ruled out", () => {
    const read = (diagnoses: string) => findStep("treatment")!.read({ diagnoses }, now).diagnoses;
    expect(read("F32.1 G, F41.0V; (f43.2 z) M54.5 G L")).toEqual(["F32.1", "F41.0", "F43.2", "M54.5"]);
    expect(read("F32.1 G F40.1 A F41.1A")).toEqual(["F32.1"]);
    expect(() => read("G")).toThrow();
    expect(() => read("F32.1 X")).toThrow();
  });

  test("reimbursement exists for statutory insurance only", () => {
    const wanting = { reimbursementRoute: "yes" };
    expect(findStep("insurance")!.read({ payer: "gkv", ...wanting }, now).reimbursementRoute).toBe(true);
    expect(findStep("insurance")!.read({ payer: "pkv", ...wanting }, now).reimbursementRoute).toBe(false);
  });

  test("other languages and the boxes of PTV 11 count only with the answer that shows them", () => {
    const wishes = (kind: string) =>
      findStep("wishes")!.read({ languagesKind: kind, languages: "tr" }, now).languages;
    expect([wishes("other"), wishes("german")]).toEqual([["tr"], []]);
    const ptv11 = (consultation: string) =>
      findStep("treatment")!.read({ consultation, ptv11: ["acute"] }, now).ptv11;
    expect([ptv11("yes"), ptv11("no")]).toEqual([
      { acute: true, urgent: false },
      { acute: false, urgent: false },
    ]);
  });

  test("each crisis symptom leads to help before anything else, from the list of answers too, and back to the form", () => {
    expect(isCrisis({ mood: ["anxiety"] })).toBe(false);
    for (const symptom of crisisSymptoms) {
      const group = symptom === "self_harm" ? "body" : "mood";
      const values = { ...complete, [group]: symptom };
      expect(isCrisis(values)).toBe(true);
      const place = { step: findStep("situation")!, values, origin: null, now };
      expect(pathAfter(place)).toBe("/intake/help");
      expect(pathAfter({ ...place, origin: "check" })).toBe("/intake/help?from=check");
      expect(firstOpenStep(values, now), "it does not block").toBeNull();
    }
  });
});

describe("the way through the form", () => {
  test("next and back lead through every asked step and end in the list of answers", () => {
    const steps = stepsFor(complete, now);
    steps.forEach((step, index) => {
      const place = { step, values: complete, origin: null, now };
      expect(pathAfter(place)).toBe(`/intake/${steps[index + 1]?.id ?? "check"}`);
      expect(pathBefore(place)).toBe(index === 0 ? "/" : `/intake/${steps[index - 1]!.id}`);
    });
  });

  test("a change from the list of answers leads back to it, unless something is missing now", () => {
    const place = { step: findStep("contact")!, values: complete, origin: "check" as const, now };
    expect([pathAfter(place), pathBefore(place)]).toEqual(["/intake/check", "/intake/check"]);
    expect(pathBefore({ ...place, values: born("2013") })).toBe("/intake/guardian");
  });
});

describe("times", () => {
  test("parts of a day that touch become one range, so that a session may lie across noon", () => {
    expect(availabilityOf(["mon.afternoon", "mon.morning", "thu.morning", "thu.evening"])).toEqual({
      mon: [{ from: "08:00", to: "17:00" }],
      thu: [
        { from: "08:00", to: "12:00" },
        { from: "17:00", to: "21:00" },
      ],
    });
  });

  test("any time is stated as hours, so that the rule on times is never unknown for it", () => {
    const { availability } = readAnswers(complete, now);
    expect(weekdays.filter((day) => availability?.[day])).toEqual(["mon", "tue", "wed", "thu", "fri"]);
  });
});
