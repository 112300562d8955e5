import fc from "fast-check";
import { distanceKm } from "@/lib/domain/geo/distance";
import { estimateTravelMinutes } from "@/lib/domain/geo/travel-estimate";
import type { MatchingExclusion, MatchingPatient, MatchingTherapist } from "@/lib/domain/matching/records";
import type { Wishes } from "@/lib/domain/therapists/schemas";
import { exclusionReasons } from "@/lib/domain/therapists/status";
import {
  type Coordinates,
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
  weekdays,
} from "@/lib/domain/vocabulary";
import type { World } from "./matching-oracle";

/**
 * Random small worlds that crowd the edges: the day of an 18th or 21st birthday, 29 February, limits that are the
 * distance to the last digit, hours at midnight, empty sets, unknown answers, shared mailboxes.
 */
export const worlds: fc.Arbitrary<World> = fc
  .record({ at: fc.constantFrom(...instants()), places: fc.array(spot(), { minLength: 2, maxLength: 4 }) })
  .chain(({ at, places }) =>
    fc.record({
      at: fc.constant(at),
      patients: records(patient(at, places), "p", 1, 3),
      therapists: records(therapist(at, places), "t", 1, 6),
      exclusions: fc.array(exclusion(at), { maxLength: 4 }),
    }),
  );

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
    .array(item, { minLength: min, maxLength: max })
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

function hours(): fc.Arbitrary<WeeklyHours> {
  const minutes = [0, 29, 30, 50, 51, 540, 589, 590, 591, 600, 640, 1389, 1390, 1391, 1410, 1415, 1440];
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const range = fc
    .tuple(fc.constantFrom(...minutes), fc.constantFrom(...minutes))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from: clock(from), to: clock(to) }));
  const day = fc.constantFrom(...weekdays, "sun" as const, "mon" as const, "mon" as const);
  return fc
    .array(fc.tuple(day, fc.array(range, { maxLength: 3 })), { maxLength: 3 })
    .map((days) => Object.fromEntries(days) as WeeklyHours);
}

function travel(places: readonly Coordinates[]): fc.Arbitrary<MatchingPatient["travel"]> {
  const distances = places.flatMap((from) => places.map((to) => distanceKm(from, to))).filter((km) => km > 0);
  const km = distances.length > 0 ? fc.constantFrom(...distances) : fc.constant(10);
  const around = (value: number) =>
    fc.constantFrom(value, value * (1 - 1e-12), value * (1 + 1e-12), value / 2, value + 5);
  return fc.record({ mode: fc.constantFrom(...travelModes), km }).chain(({ mode, km: exact }) =>
    fc.record({
      mode: fc.constant(mode),
      maxKm: fc.option(fc.oneof(around(exact), fc.constantFrom(1, 10, 40)), { freq: 1 }),
      maxMinutes: fc.option(
        fc.oneof(around(estimateTravelMinutes(mode, exact)), fc.constantFrom(5, 30, 60)),
        { freq: 3 },
      ),
    }),
  );
}

function coordinates(places: readonly Coordinates[]): fc.Arbitrary<Coordinates | null> {
  return fc.option(fc.constantFrom(...places), { freq: 9 });
}

const codes = fc.constantFrom("F40", "F40.1", "F40.2", "F40.10", "F32", "F32.1", "Z73");
const languages = fc.uniqueArray(fc.constantFrom("de", "en", "tr", "ar", "fa"), { maxLength: 2 });
const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

function patient(at: Date, places: readonly Coordinates[]): fc.Arbitrary<MatchingPatient> {
  return fc.record({
    id: fc.constant(""),
    birthDate: birthDate(at),
    gender: fc.constantFrom(...genders),
    payer: fc.option(fc.constantFrom(...payers), { freq: 6 }),
    reimbursementRoute: mostly(false, true),
    wantedMethods: fc.uniqueArray(fc.constantFrom(...methods), { maxLength: 3 }),
    openToGroup: fc.boolean(),
    openToVideo: fc.boolean(),
    wantedTherapistGender: fc.constantFrom("any" as const, ...wantedGenders),
    languages,
    availability: hours(),
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

function therapist(at: Date, places: readonly Coordinates[]): fc.Arbitrary<MatchingTherapist> {
  const offer = fc.record({
    method: fc.constantFrom(...methods),
    ageGroup: fc.constantFrom(...ageGroups),
    setting: fc.constantFrom(...settings),
  });
  const site = fc.record({
    id: fc.constantFrom("one", "two"),
    coordinates: coordinates(places),
    stepFree: fc.constantFrom(...triStates),
  });
  const age = fc.option(fc.constantFrom(0, 17, 18, 20, 21, 50, 120), { freq: 1 });
  return fc.record({
    id: fc.constant(""),
    mailbox: fc.constantFrom(
      "mail:a@x.example",
      "mail:sand@x.example",
      "mail:c@x.example",
      "tel:0241",
      "own:9",
    ),
    email: fc.option(fc.constantFrom("a@x.example", "sand@x.example"), { freq: 3 }),
    hasPhone: mostly(true, false),
    status: mostly("active" as const, "pending_review" as const, "blocked" as const, "inactive" as const),
    objected: mostly(false, false, true),
    coolingUntil: mostly(null, at, new Date(at.getTime() + 1), new Date(at.getTime() - 1)),
    mailboxHasOpenInquiry: mostly(false, false, true),
    gender: fc.constantFrom(...genders),
    statutorySeat: fc.constantFrom("yes" as const, ...triStates),
    offers: fc.array(offer, { maxLength: 5 }),
    languages,
    officeHours: hours(),
    locations: fc.array(site, { maxLength: 3 }),
    video: fc.constantFrom(...triStates),
    wishes: fc.record({
      ageMin: age,
      ageMax: age,
      genders: fc.oneof(
        fc.constant<Wishes["genders"]>([]),
        fc.uniqueArray(fc.constantFrom("female" as const, "male" as const, "diverse" as const), {
          maxLength: 2,
        }),
      ),
      diagnoses: fc.oneof(fc.constant<string[]>([]), fc.array(codes, { maxLength: 2 })),
      groupOnly: mostly(false, true),
    }),
    available: fc.boolean(),
    informed: fc.boolean(),
    title: fc.constantFrom("", "Dr.", "Prof. Dr.", "Dipl.-Psych."),
    lastName: fc.constantFrom("Sand", "Düne", "Ohm", "Sand-Ohm"),
    createdAt: fc.constantFrom(new Date("2026-01-01"), new Date("2026-02-01")),
  });
}

function exclusion(at: Date): fc.Arbitrary<MatchingExclusion> {
  return fc.record({
    patientId: fc.constantFrom("p0", "p1", "p2", "nobody"),
    therapistId: fc.constantFrom("t0", "t1", "t2", "nobody"),
    reason: fc.constantFrom(...exclusionReasons),
    until: fc.constantFrom(null, at, new Date(at.getTime() + 1)),
  });
}
