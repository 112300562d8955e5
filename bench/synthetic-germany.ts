import { distanceKm } from "@/lib/domain/geo/distance";
import { allPostcodes } from "@/lib/domain/geo/postcodes";
import type {
  MatchingExclusion,
  MatchingPatient,
  MatchingTherapist,
} from "@/lib/domain/matching/kernel/records";
import { noWishes } from "@/lib/domain/therapists/schemas";
import {
  type Coordinates,
  type Offer,
  type Payer,
  type TriState,
  type WeeklyHours,
  methods,
  weekdays,
} from "@/lib/domain/vocabulary";

/** A row of numbers from 0 to 1 that a seed fixes (mulberry32). */
type Random = () => number;

function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Made-up therapists and patients spread over Germany: postcode areas are cut so that each serves a similar number of
 * people, so drawing them evenly gives city and country their weight; practices crowd into cities a little more.
 */
export function syntheticGermany(therapistCount: number, patientCount: number, seed = 1) {
  const random = seededRandom(seed);
  const places = allPostcodes();
  const cities = places.filter(({ postalCode }) =>
    /^(10|12|20|22|50|51|60|80|81|04|01|70|40|44|45|28|30|90)/.test(postalCode),
  );
  const therapists = Array.from({ length: therapistCount }, (_, i) =>
    therapist(i, random, scattered(pick(random() < 0.3 ? cities : places, random), random)),
  );
  const patients = Array.from({ length: patientCount }, (_, i) =>
    patient(i, random, scattered(pick(random() < 0.2 ? cities : places, random), random)),
  );
  return { therapists, patients, exclusions: exclusions(therapists, patients, random) };
}

/** Some of each one's neighbours are excluded, a few of them only until yesterday. */
function exclusions(
  therapists: readonly MatchingTherapist[],
  patients: readonly MatchingPatient[],
  random: Random,
): MatchingExclusion[] {
  if (therapists.length === 0) return [];
  return patients.flatMap((patient): MatchingExclusion[] => {
    if (random() > 0.3) return [];
    const near = nearestOf(
      patient,
      Array.from({ length: 40 }, () => pick(therapists, random)),
    );
    return [
      {
        patientId: patient.id,
        therapistId: near.id,
        reason: "capacity",
        until: random() < 0.8 ? null : new Date("2026-11-01T00:00:00Z"),
      },
    ];
  });
}

function nearestOf({ coordinates }: MatchingPatient, some: readonly MatchingTherapist[]): MatchingTherapist {
  const km = (therapist: MatchingTherapist) => distanceKm(coordinates!, therapist.locations[0]!.coordinates!);
  return some.reduce((nearest, other) => (km(other) < km(nearest) ? other : nearest));
}

function therapist(i: number, random: Random, coordinates: Coordinates): MatchingTherapist {
  const shared = random() < 0.15;
  const address = shared ? `praxis${Math.floor(i / 3) * 3}@praxis.example` : `praxis${i}@praxis.example`;
  const hasEmail = random() < 0.7;
  return {
    id: `t${String(i).padStart(6, "0")}`,
    mailbox: hasEmail ? `mail:${address}` : `tel:${i}`,
    email: hasEmail ? address : null,
    hasPhone: true,
    status: "active",
    objected: random() < 0.02,
    coolingUntil: random() < 0.04 ? new Date("2027-01-01T00:00:00Z") : null,
    mailboxHasOpenInquiry: random() < 0.05,
    gender: weighted(random, [
      ["female", 72],
      ["male", 25],
      ["not_stated", 3],
    ]),
    statutorySeat: weighted(random, [
      ["yes", 80],
      ["no", 12],
      ["unknown", 8],
    ]),
    offers: offers(random),
    languages: random() < 0.3 ? [pick(["en", "tr", "ar", "ru", "fr", "es", "pl", "fa"], random)] : [],
    officeHours: random() < 0.6 ? week(random, 0.6, 9, 18) : {},
    locations: sites(coordinates, random),
    video: weighted(random, [
      ["yes", 15],
      ["no", 25],
      ["unknown", 60],
    ]),
    wishes: wishes(random),
    available: random() < 0.05 ? "either" : null,
    informed: random() < 0.1,
    title: weighted(random, [
      ["", 70],
      ["Dr.", 27],
      ["Prof. Dr.", 3],
    ]),
    lastName: `Name${i}`,
    createdAt: new Date(1_700_000_000_000 + i * 60_000),
  };
}

function patient(i: number, random: Random, coordinates: Coordinates): MatchingPatient {
  const year = 2026 - Math.floor(random() < 0.15 ? 6 + random() * 12 : 18 + random() * 55);
  return {
    id: `p${String(i).padStart(6, "0")}`,
    birthDate:
      random() < 0.01 ? null : `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-15`,
    gender: weighted(random, [
      ["female", 65],
      ["male", 33],
      ["diverse", 1],
      ["not_stated", 1],
    ]),
    payer: weighted<Payer | null>(random, [
      ["gkv", 87],
      [null, 1],
      ["pkv", 8],
      ["beihilfe", 3],
      ["self", 1],
    ]),
    reimbursementRoute: random() < 0.1,
    wantedMethods: random() < 0.5 ? [pick(methods, random)] : [],
    openToGroup: random() < 0.3,
    openToVideo: random() < 0.1,
    wantedTherapistGender: weighted(random, [
      ["any", 70],
      ["female", 25],
      ["male", 5],
    ]),
    languages: random() < 0.08 ? [pick(["en", "tr", "ar", "ru", "fa"], random)] : [],
    availability: random() < 0.9 ? week(random, 0.5, 8, 19) : {},
    travel: weighted(random, [
      [{ mode: "car", maxMinutes: 30, maxKm: null }, 40],
      [{ mode: "car", maxMinutes: 45, maxKm: 30 }, 10],
      [{ mode: "transit", maxMinutes: 45, maxKm: null }, 35],
      [{ mode: "bicycle", maxMinutes: 30, maxKm: null }, 10],
      [{ mode: "foot", maxMinutes: 30, maxKm: null }, 5],
    ]),
    stepFreeAccess: random() < 0.05,
    diagnoses:
      random() < 0.6
        ? [pick(["F32.1", "F33.1", "F40.1", "F41.0", "F43.1", "F50", "F50.0", "F60.3"], random)]
        : [],
    coordinates,
    urgency: weighted(random, [
      ["normal", 85],
      ["urgent", 12],
      ["acute", 3],
    ]),
    waitingSince: new Date(1_760_000_000_000 + Math.floor(random() * 30_000_000) * 1000).toISOString(),
    searchClosed: random() < 0.05 ? "paused" : null,
    openInquiries: Math.floor(random() * 3),
  };
}

/** One site, and now and then a second one some kilometres off. */
function sites(coordinates: Coordinates, random: Random): MatchingTherapist["locations"] {
  const site = (id: string, place: Coordinates) => ({
    id,
    coordinates: place,
    stepFree: weighted<TriState>(random, [
      ["yes", 30],
      ["no", 20],
      ["unknown", 50],
    ]),
  });
  const second = {
    lat: coordinates.lat + (random() - 0.5) * 0.2,
    lon: coordinates.lon + (random() - 0.5) * 0.3,
  };
  return random() < 0.06 ? [site("one", coordinates), site("two", second)] : [site("one", coordinates)];
}

function wishes(random: Random): MatchingTherapist["wishes"] {
  if (random() > 0.12) return noWishes;
  return {
    ...noWishes,
    ageMin: random() < 0.2 ? 25 : null,
    ageMax: random() < 0.6 ? 65 : null,
    genders: random() < 0.1 ? ["female", "diverse"] : [],
    diagnoses: random() < 0.4 ? ["F32", "F33", "F40"] : [],
    excludedDiagnoses: random() < 0.2 ? ["F60", "F50.0"] : [],
    groupOnly: random() < 0.1,
  };
}

function offers(random: Random): Offer[] {
  const ageGroup = random() < 0.22 ? "child" : "adult";
  const method = weighted(random, [
    ["VT", 48],
    ["TP", 38],
    ["AP", 9],
    ["ST", 5],
  ] as const);
  const both: Offer[] = [
    { method, ageGroup, setting: "individual" },
    { method, ageGroup, setting: "group" },
  ];
  const roll = random();
  if (roll < 0.03) return [];
  return roll < 0.7 ? both.slice(0, 1) : roll < 0.97 ? both : both.slice(1);
}

function week(random: Random, perDay: number, first: number, last: number): WeeklyHours {
  const hours: WeeklyHours = {};
  for (const day of weekdays.slice(0, 5)) {
    if (random() > perDay) continue;
    const from = first + Math.floor(random() * (last - first - 3));
    const to = Math.min(last, from + 2 + Math.floor(random() * 6));
    hours[day] = [{ from: `${String(from).padStart(2, "0")}:00`, to: `${String(to).padStart(2, "0")}:30` }];
  }
  return hours;
}

function scattered({ lat, lon }: Coordinates, random: Random): Coordinates {
  return { lat: lat + (random() - 0.5) * 0.03, lon: lon + (random() - 0.5) * 0.05 };
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)]!;
}

function weighted<Value>(random: Random, choices: readonly (readonly [Value, number])[]): Value {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  return choices[choices.length - 1]![0];
}
