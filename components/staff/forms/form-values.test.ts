import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patientInput } from "@/lib/domain/patients/schemas";
import { offer, therapistInput } from "@/lib/domain/therapists/schemas";
import {
  genders,
  methods,
  payers,
  symptoms,
  travelModes,
  triStates,
  wantedGenders,
  weekdays,
} from "@/lib/domain/vocabulary";
import { type FormState, formValues } from "../../form/form-state";
import { fieldOf } from "./field-of";
import { languageNames, parseLanguageNames } from "./language-names";
import { patientFromValues, patientValues } from "./patient-values";
import { therapistFromValues, therapistValues } from "./therapist-values";
import { hoursText, parseHoursText } from "./weekly-hours-text";

const locale = fc.constantFrom("de" as const, "en" as const);
const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüßé' -]{1,20}$/).filter((text) => text.trim() !== "");
const text = fc.oneof(fc.constant(""), word);
const multiline = fc
  .array(word, { maxLength: 3 })
  .map((lines) => lines.map((line) => line.trim()).join("\n"));
const phone = fc.stringMatching(/^0[1-9]\d{1,3} \d{4,8}$/);
const email = fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.de$/);
const or = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc.tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 0, max: 59 }));
const range = clock.map(([hour, minute]) => ({
  from: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,
  to: `${String(hour + 1).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,
}));
const week = fc
  .array(fc.tuple(fc.constantFrom(...weekdays), fc.array(range, { minLength: 1, maxLength: 3 })), {
    maxLength: 7,
  })
  .map((days) => Object.fromEntries(days));
const address = fc.record({
  street: text,
  houseNumber: fc.constantFrom("", "5", "12 a"),
  postalCode: fc.stringMatching(/^\d{5}$/),
  city: text,
});
const icd10 = fc.array(fc.stringMatching(/^[A-Z]\d{2}(\.\d)?$/), { maxLength: 4 });
const languages = fc.uniqueArray(fc.constantFrom("de", "en", "tr", "ar", "uk", "fa"), { maxLength: 4 });
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 });

const patient = fc
  .record({
    salutation: text,
    gender: fc.constantFrom(...genders),
    firstName: word,
    lastName: fc.oneof(word, fc.constant("Null")),
    birthDate: or(day),
    address,
    email: or(email),
    phone: or(phone),
    generalPractitioner: text,
    guardian: or(fc.record({ name: word, phone: or(phone), email: or(email) })),
    payer: or(fc.constantFrom(...payers)),
    reimbursementRoute: fc.boolean(),
    insurer: text,
    insuranceNumber: fc.stringMatching(/^([A-Z]\d{9})?$/),
    diagnoses: icd10,
    symptoms: some(symptoms),
    symptomsText: multiline,
    previousTherapy: or(fc.boolean()),
    previousTherapyEndedOn: or(day),
    consultationDone: fc.boolean(),
    consultationOn: or(day),
    ptv11: fc.record({ acute: fc.boolean(), urgent: fc.boolean() }),
    availability: week,
    travel: fc.record({
      mode: fc.constantFrom(...travelModes),
      maxMinutes: fc.integer({ min: 5, max: 240 }),
      maxKm: or(fc.integer({ min: 10, max: 3000 }).map((tenths) => tenths / 10)),
    }),
    openToGroup: fc.boolean(),
    openToVideo: fc.boolean(),
    openToDiga: fc.boolean(),
    wantedTherapistGender: fc.constantFrom(...wantedGenders),
    wantedMethods: some(methods),
    languages,
    stepFreeAccess: fc.boolean(),
    heardFrom: text,
    notes: multiline,
    locale,
  })
  .map((input) => patientInput.parse(input));

const places = fc.integer({ min: 0, max: 50 });
const therapist = fc
  .record({
    salutation: text,
    title: text,
    gender: fc.constantFrom(...genders),
    firstName: text,
    lastName: word,
    practiceName: text,
    locations: fc.array(
      fc.record({
        address,
        coordinates: or(
          fc.record({ lat: fc.double({ min: 47, max: 55, noNaN: true }), lon: fc.constant(6.0838) }),
        ),
        stepFree: fc.constantFrom(...triStates),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    phone: or(phone),
    fax: or(phone),
    email: or(email),
    website: text,
    statutorySeat: fc.constantFrom(...triStates),
    offers: fc.uniqueArray(
      fc.record({
        method: fc.constantFrom(...offer.shape.method.options),
        ageGroup: fc.constantFrom(...offer.shape.ageGroup.options),
        setting: fc.constantFrom(...offer.shape.setting.options),
      }),
      { maxLength: 5, selector: (one) => JSON.stringify(one) },
    ),
    languages,
    phoneHours: week,
    officeHours: week,
    qualifications: fc.array(word, { maxLength: 3 }),
    specialOffers: fc.array(word, { maxLength: 3 }),
    video: fc.constantFrom(...triStates),
    wishes: fc.record({
      ageMin: or(fc.integer({ min: 0, max: 120 })),
      ageMax: or(fc.integer({ min: 0, max: 120 })),
      genders: some(["female", "male", "diverse"] as const),
      diagnoses: icd10,
      groupOnly: fc.boolean(),
    }),
    capacity: or(fc.record({ individual: places, group: places, from: day, notedOn: day })),
    potentiallyAvailable: fc.boolean(),
    potentiallyAvailableNote: multiline,
    informed: fc.boolean(),
    notes: multiline,
  })
  .map((input) => therapistInput.parse(input));

/** What arrives when a browser sends a form that shows these values: boxes that are off are missing. */
function sent(values: FormState["values"]): FormState["values"] {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const single of [value].flat())
      if (single !== "") data.append(name, single.replaceAll("\n", "\r\n"));
  }
  return formValues(data);
}

describe("what is known about somebody survives being opened in a form and saved", () => {
  test("a patient, field by field, in both languages", () => {
    fc.assert(
      fc.property(patient, locale, (known, shownIn) => {
        const again = patientInput.parse(patientFromValues(sent(patientValues(known, shownIn))));
        expect(again).toEqual(known);
      }),
      { numRuns: 200 },
    );
  });

  test("a therapist, field by field, with coordinates and the day on which places were told", () => {
    fc.assert(
      fc.property(therapist, locale, (known, shownIn) => {
        const typed = sent(therapistValues(known, shownIn));
        expect(therapistInput.parse(therapistFromValues(typed, "2026-11-18"))).toEqual(known);
      }),
      { numRuns: 200 },
    );
  });

  test("whatever is typed, the answer is an input or a list of things to mend, never a crash", () => {
    const names = [
      "firstName",
      "address.postalCode",
      "availability.mon",
      "travel.maxKm",
      "birthDate.day",
      "languages",
    ];
    const more = [
      "offers",
      "locations.0.known",
      "capacity.known",
      "capacity.from.year",
      "wishes.ageMin",
      "payer",
    ];
    const anything = fc.dictionary(
      fc.constantFrom(...names, ...more),
      fc.oneof(fc.string(), fc.array(fc.string())),
    );
    fc.assert(
      fc.property(anything, (values) => {
        patientInput.safeParse(patientFromValues(values));
        therapistInput.safeParse(therapistFromValues(values, "2026-11-18"));
      }),
      { numRuns: 500 },
    );
  });
});

describe("weekly hours typed as text", () => {
  test.each([
    ["9-12", [{ from: "09:00", to: "12:00" }]],
    [
      "09:00–12:00, 14:00–16:30",
      [
        { from: "09:00", to: "12:00" },
        { from: "14:00", to: "16:30" },
      ],
    ],
    [
      "9.30 bis 12 Uhr und 14 – 24 Uhr",
      [
        { from: "09:30", to: "12:00" },
        { from: "14:00", to: "24:00" },
      ],
    ],
    [
      "8:15 Uhr - 9 Uhr;10 to 11",
      [
        { from: "08:15", to: "09:00" },
        { from: "10:00", to: "11:00" },
      ],
    ],
    ["", []],
    [" , ", []],
  ])("%j", (typed, ranges) => {
    expect(parseHoursText(typed)).toEqual(ranges);
    expect(parseHoursText(hoursText(ranges))).toEqual(ranges);
  });

  test.each(["vormittags", "9", "25-26", "12-9", "9-12-14", "9:75-10"])(
    "%j is refused at its own field",
    (typed) => {
      const refused = patientInput.safeParse(
        patientFromValues({ "availability.tue": typed, "travel.maxKm": "10" }),
      );
      const fields = refused.error?.issues.map(({ path }) => fieldOf(path.join(".")));
      expect(fields).toContain("availability.tue");
    },
  );
});

describe("what is wrong is said where it was typed", () => {
  const fieldsOf = (values: FormState["values"]) => {
    const refused = therapistInput.safeParse(therapistFromValues(values, "2026-11-18"));
    return new Set(refused.error?.issues.map(({ path }) => fieldOf(path.join("."))));
  };

  test("in lists, rows and days", () => {
    expect(fieldsOf({})).toEqual(new Set(["lastName", "locations.0.address.postalCode"]));
    const wrong = fieldsOf({
      lastName: "Sand",
      "locations.0.address.city": "Aachen",
      "wishes.diagnoses": "F40, Angst",
      "wishes.ageMin": "zehn",
      languages: "Deutsch, Klingonisch",
      offers: ["VT:adult:individual", "XX:adult:individual"],
      "phoneHours.fri": "nachmittags",
      "capacity.individual": "1",
      "capacity.from.year": "26",
    });
    expect(wrong).toEqual(
      new Set([
        "locations.0.address.postalCode",
        "wishes.diagnoses",
        "wishes.ageMin",
        "languages",
        "offers",
        "phoneHours.fri",
        "capacity.from",
      ]),
    );
  });
});

test("coordinates go with the address: another street asks for new ones", () => {
  const known = therapistInput.parse({
    lastName: "Sand",
    locations: [
      { address: { street: "Am Markt", postalCode: "52062" }, coordinates: { lat: 50.7, lon: 6.1 } },
    ],
  });
  const values = therapistValues(known, "de");
  const moved = { ...values, "locations.0.address.street": "Bendplatz" };
  expect(therapistFromValues(moved, "2026-11-18").locations).toMatchObject([{ coordinates: null }]);
  expect(therapistFromValues(values, "2026-11-18").locations).toMatchObject([{ coordinates: { lat: 50.7 } }]);
});

test("places that are told again count from today", () => {
  const values = { "capacity.individual": "2", "capacity.known": "1/0/2026-01-01/2026-01-01" };
  expect(therapistFromValues(values, "2026-11-18").capacity).toMatchObject({
    individual: 2,
    notedOn: "2026-11-18",
  });
});

test("languages can be typed by name in both languages or as codes", () => {
  expect(parseLanguageNames("Deutsch, turkish; AR\nklingonisch")).toEqual(["de", "tr", "ar", "klingonisch"]);
  expect(parseLanguageNames(languageNames(["fa", "uk", "ku"], "de"))).toEqual(["fa", "uk", "ku"]);
});
