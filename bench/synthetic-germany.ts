import type { MatchingPatient, MatchingTherapist } from "@/lib/domain/matching/records";
import { allPostcodes } from "@/lib/domain/geo/postcodes";
import { noWishes } from "@/lib/domain/therapists/schemas";
import { type Coordinates, type Offer, type WeeklyHours, methods, weekdays } from "@/lib/domain/vocabulary";

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
  return { therapists, patients, exclusions: [] };
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
    coolingUntil: null,
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
    locations: [
      {
        id: "site",
        coordinates,
        stepFree: weighted(random, [
          ["yes", 30],
          ["no", 20],
          ["unknown", 50],
        ]),
      },
    ],
    video: weighted(random, [
      ["yes", 15],
      ["no", 25],
      ["unknown", 60],
    ]),
    wishes:
      random() < 0.1
        ? { ...noWishes, ageMax: 65, diagnoses: random() < 0.5 ? ["F32", "F33", "F40"] : [] }
        : noWishes,
    available: random() < 0.05,
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
    birthDate: `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-15`,
    gender: weighted(random, [
      ["female", 65],
      ["male", 33],
      ["diverse", 1],
      ["not_stated", 1],
    ]),
    payer: weighted(random, [
      ["gkv", 88],
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
      random() < 0.6 ? [pick(["F32.1", "F33.1", "F40.1", "F41.0", "F43.1", "F50.0", "F60.3"], random)] : [],
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
