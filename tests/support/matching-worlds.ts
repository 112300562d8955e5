import fc from "fast-check";
import { distanceKm } from "@/lib/domain/geo/distance";
import { estimateTravelMinutes } from "@/lib/domain/geo/travel-estimate";
import type {
  MatchingExclusion,
  MatchingPatient,
  MatchingTherapist,
} from "@/lib/domain/matching/kernel/records";
import { exclusionReasons } from "@/lib/domain/therapists/status";
import {
  type Coordinates,
  type Offer,
  type WeeklyHours,
  ageGroups,
  genders,
  methods,
  payers,
  settings,
  travelModes,
  triStates,
  urgencies,
  wantedGenders,
} from "@/lib/domain/vocabulary";
import { hours, meetings } from "./matching-hours";
import type { World } from "./matching-oracle";
import { matchingDay, patientRecord, therapistRecord } from "./matching-records";

/**
 * Random small worlds that crowd the edges: the day of an 18th or 21st birthday, 29 February, limits that are the
 * distance to the last digit, hours at midnight, empty sets, unknown answers, shared mailboxes.
 */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    at: fc.constantFrom(...instants()),
    places: fc.array(spot(), { minLength: 2, maxLength: 4 }),
    meeting: fc.constantFrom(...meetings),
  })
  .chain(({ at, places, meeting }) =>
    fc.record({
      at: fc.constant(at),
      patients: records(patient(at, places, meeting), "p", 0, 3),
      therapists: records(therapist(at, places, meeting), "t", 0, 5),
      exclusions: fc.array(exclusion(at), { maxLength: 4 }),
    }),
  );

/**
 * Random worlds in which most pairs fit, for composition: many patients, few mailboxes, ties in every order. Some
 * pairs are out by method, gender, seat or distance, some are to check.
 */
export const crowdedWorlds: fc.Arbitrary<World> = fc.record({
  at: fc.constant(matchingDay),
  patients: records(willingPatient(), "p", 1, 20),
  therapists: records(willingTherapist(), "t", 1, 12),
  exclusions: fc.array(exclusion(matchingDay), { maxLength: 3 }),
});

function willingPatient(): fc.Arbitrary<MatchingPatient> {
  return fc
    .record({
      wantedMethods: fc.subarray(["VT" as const, "TP" as const]),
      wantedTherapistGender: fc.constantFrom("any" as const, "any" as const, "female" as const),
      urgency: fc.constantFrom(...urgencies, "normal" as const),
      waitingSince: fc.constantFrom(
        "2026-01-05",
        "2026-01-05T00:00:00Z",
        "2026-03-01T10:00:00Z",
        "2025-12-31",
      ),
      openInquiries: fc.constantFrom(0, 0, 0, 1, 2, 3, 4),
      coordinates: mostly<Coordinates | null>({ lat: 50.7753, lon: 6.0839 }, { lat: 50.8, lon: 6.1 }, null),
      openToVideo: fc.boolean(),
    })
    .map(patientRecord);
}

function willingTherapist(): fc.Arbitrary<MatchingTherapist> {
  const offer = (method: "VT" | "TP") => ({
    method,
    ageGroup: "adult" as const,
    setting: "individual" as const,
  });
  return fc
    .record({
      mailbox: fc.constantFrom("one", "two", "three", "four", "five", "six", "seven"),
      email: fc.constantFrom("sand@x.example", "ohm@x.example", "praxis@x.example", null),
      hasPhone: mostly(true, false),
      coolingUntil: mostly(null, new Date(matchingDay.getTime() + 1)),
      gender: fc.constantFrom("female" as const, "female" as const, "male" as const, "not_stated" as const),
      statutorySeat: mostly("yes" as const, "no" as const),
      offers: fc.subarray([offer("VT"), offer("TP")], { minLength: 1 }),
      officeHours: fc.constantFrom<WeeklyHours>({ wed: [{ from: "09:00", to: "12:00" }] }, {}),
      locations: mostly(
        { lat: 50.7753, lon: 6.0839 },
        { lat: 50.79, lon: 6.1 },
        { lat: 50.94, lon: 6.96 },
      ).map((coordinates) => [{ id: "site", coordinates, stepFree: "yes" as const }]),
      video: fc.constantFrom("no" as const, "yes" as const),
      available: fc.constantFrom(null, "individual" as const, "group" as const, "either" as const),
      informed: fc.boolean(),
      title: fc.constantFrom("", "Dr.", "Prof. Dr."),
      lastName: fc.constantFrom("Sand", "Ohm", "Düne"),
      createdAt: fc.constantFrom(new Date("2026-01-01"), new Date("2026-02-01")),
    })
    .map(therapistRecord);
}

function instants(): Date[] {
  return [
    "2026-11-18T11:00:00Z",
    "2026-02-28T11:00:00Z",
    // Already 1 March in Germany.
    "2026-02-28T23:30:00Z",
    "2028-02-29T11:00:00Z",
    // Already 1 July in Germany, by summer time.
    "2026-06-30T22:00:00Z",
    "2026-12-31T22:59:59Z",
  ].map((text) => new Date(text));
}

function spot(): fc.Arbitrary<Coordinates> {
  const near = (lat: number, lon: number) =>
    fc.record({
      lat: fc.double({ min: lat - 0.3, max: lat + 0.3, noNaN: true }),
      lon: fc.double({ min: lon - 0.4, max: lon + 0.4, noNaN: true }),
    });
  return fc.oneof(
    { weight: 4, arbitrary: near(50.78, 6.08) },
    { weight: 1, arbitrary: near(52.52, 13.4) },
    { weight: 1, arbitrary: fc.constant({ lat: 50.7753, lon: 6.0839 }) },
  );
}

function records<Item extends { id: string }>(
  item: fc.Arbitrary<Item>,
  prefix: string,
  min: number,
  max: number,
) {
  return fc
    .array(item, { minLength: min, maxLength: max, size: "max" })
    .map((items) => items.map((entry, i) => ({ ...entry, id: `${prefix}${i}` })));
}

/** "YYYY-MM-DD" of the day on which someone turns, or turned, some age near an edge. */
function birthDate(at: Date): fc.Arbitrary<string | null> {
  const edge = fc
    .record({ years: fc.constantFrom(0, 5, 17, 18, 19, 20, 21, 22, 50), days: fc.constantFrom(-1, 0, 1, 2) })
    .map(({ years, days }) => {
      const day = new Date(at.getTime() + days * 86_400_000);
      return new Date(Date.UTC(day.getUTCFullYear() - years, day.getUTCMonth(), day.getUTCDate()))
        .toISOString()
        .slice(0, 10);
    });
  return fc.oneof(
    { weight: 6, arbitrary: edge },
    {
      weight: 2,
      arbitrary: fc.constantFrom("2008-02-29", "2004-02-29", "2008-03-01", "2005-02-28", "1990-05-04"),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function travel(places: readonly Coordinates[]): fc.Arbitrary<MatchingPatient["travel"]> {
  const distances = places.flatMap((from) => places.map((to) => distanceKm(from, to))).filter((km) => km > 0);
  const km = distances.length > 0 ? fc.constantFrom(...distances) : fc.constant(10);
  const around = (value: number) =>
    fc.constantFrom(value, value, value * (1 - 1e-12), value * (1 + 1e-12), value / 2, value + 5);
  return fc.record({ mode: fc.constantFrom(...travelModes), km }).chain(({ mode, km: exact }) =>
    fc.record({
      mode: fc.constant(mode),
      maxKm: fc.option(fc.oneof(around(exact), fc.constantFrom(1, 10, 40)), { freq: 2 }),
      maxMinutes: fc.option(
        fc.oneof(around(estimateTravelMinutes(mode, exact)), fc.constantFrom(5, 30, 60)),
        { freq: 3 },
      ),
    }),
  );
}

function coordinates(places: readonly Coordinates[]): fc.Arbitrary<Coordinates | null> {
  return fc.option(fc.constantFrom(...places), { freq: 12 });
}

const codes = fc.constantFrom("F40", "F40.1", "F40.2", "F40.10", "F32", "F32.1", "Z73");
const languages = fc.uniqueArray(fc.constantFrom("de", "en", "tr", "ar", "fa"), { maxLength: 2 });

const mostlyNone = <Value>(list: fc.Arbitrary<Value[]>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<Value[]>([]) }, { weight: 1, arbitrary: list });

function patient(at: Date, places: readonly Coordinates[], meeting: number): fc.Arbitrary<MatchingPatient> {
  return fc.record({
    id: fc.constant(""),
    birthDate: birthDate(at),
    gender: fc.constantFrom(...genders),
    payer: fc.option(fc.constantFrom("gkv" as const, ...payers), { freq: 8 }),
    reimbursementRoute: mostly(false, true),
    wantedMethods: mostlyNone(fc.uniqueArray(fc.constantFrom(...methods), { maxLength: 3 })),
    openToGroup: fc.boolean(),
    openToVideo: fc.boolean(),
    wantedTherapistGender: fc.constantFrom("any" as const, "any" as const, ...wantedGenders),
    languages: mostlyNone(languages),
    availability: hours(meeting),
    travel: travel(places),
    stepFreeAccess: fc.boolean(),
    diagnoses: fc.array(codes, { maxLength: 2 }),
    coordinates: coordinates(places),
    urgency: fc.constantFrom(...urgencies),
    waitingSince: fc.constantFrom("2026-01-05", "2026-01-05T00:00:00Z", "2026-03-01T10:00:00Z"),
    searchClosed: mostly(null, "inactive" as const, "paused" as const, "consent" as const),
    openInquiries: fc.constantFrom(0, 0, 1, 2, 3),
  });
}

function therapist(
  at: Date,
  places: readonly Coordinates[],
  meeting: number,
): fc.Arbitrary<MatchingTherapist> {
  const site = fc.record({
    id: fc.constantFrom("one", "two"),
    coordinates: coordinates(places),
    stepFree: fc.constantFrom("yes" as const, ...triStates),
  });
  return fc.record({
    id: fc.constant(""),
    mailbox: fc.integer({ min: 0, max: 9 }).map((number) => `mail:${number}@x.example`),
    email: fc.option(fc.constantFrom("a@x.example", "sand@x.example"), { freq: 4 }),
    hasPhone: mostly(true, false),
    status: mostly("active" as const, "pending_review" as const, "blocked" as const, "inactive" as const),
    objected: mostly(false, true),
    coolingUntil: mostly(null, at, new Date(at.getTime() + 1), new Date(at.getTime() - 1)),
    mailboxHasOpenInquiry: mostly(false, true),
    gender: fc.constantFrom(...genders),
    statutorySeat: fc.constantFrom(
      "yes" as const,
      "yes" as const,
      "yes" as const,
      "yes" as const,
      "yes" as const,
      "no" as const,
      "unknown" as const,
    ),
    offers: offers(),
    languages,
    officeHours: hours(meeting),
    locations: fc.array(site, { maxLength: 3 }),
    video: fc.constantFrom(...triStates),
    wishes: fc.record({
      ageMin: mostly(null, 0, 17, 18, 19, 20, 21, 22),
      ageMax: mostly(null, 0, 17, 18, 19, 20, 21, 120),
      genders: mostlyNone(
        fc.uniqueArray(fc.constantFrom("female" as const, "male" as const, "diverse" as const), {
          maxLength: 2,
        }),
      ),
      diagnoses: mostlyNone(fc.array(codes, { maxLength: 2 })),
      excludedDiagnoses: mostlyNone(fc.array(codes, { maxLength: 2 })),
      groupOnly: mostly(false, true),
    }),
    available: fc.constantFrom(null, "individual" as const, "group" as const, "either" as const),
    informed: fc.boolean(),
    title: fc.constantFrom("", "Dr.", "Prof. Dr.", "Dipl.-Psych."),
    lastName: fc.constantFrom("Sand", "Düne", "Ohm", "Sand-Ohm"),
    createdAt: fc.constantFrom(new Date("2026-01-01"), new Date("2026-02-01")),
  });
}

function offers(): fc.Arbitrary<Offer[]> {
  const offer = fc.record({
    method: fc.constantFrom(...methods),
    ageGroup: fc.constantFrom(...ageGroups),
    setting: fc.constantFrom(...settings),
  });
  const broad = fc.subarray<Offer>([
    { method: "VT", ageGroup: "adult", setting: "individual" },
    { method: "VT", ageGroup: "child", setting: "individual" },
    { method: "TP", ageGroup: "adult", setting: "group" },
  ]);
  return fc.oneof(broad, fc.array(offer, { maxLength: 5 }));
}

function exclusion(at: Date): fc.Arbitrary<MatchingExclusion> {
  return fc.record({
    patientId: fc.constantFrom("p0", "p1", "p2", "nobody"),
    therapistId: fc.constantFrom("t0", "t1", "t2", "nobody"),
    reason: fc.constantFrom(...exclusionReasons),
    until: fc.constantFrom(null, at, new Date(at.getTime() + 1)),
  });
}

/** The usual value eight times in nine, so that whole pairs pass often enough in spite of fifteen rules. */
function mostly<Value>(usual: Value, ...others: Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}
