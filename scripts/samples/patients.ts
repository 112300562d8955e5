import type { z } from "zod";
import type { patientFileEntry } from "@/lib/domain/patients/schemas";
import { type Method, type Symptom, symptoms, type WeeklyHours, weekdays } from "@/lib/domain/vocabulary";
import { femaleNames, inventStreet, inventSurname, mailName, maleNames } from "./names";
import { areas, inventSite } from "./places";
import type { Random } from "./random";

export type SamplePatient = z.input<typeof patientFileEntry>;

/** The day on which the sample patients are as old and have waited as long as samples/README.md says. */
const baseDay = "2026-11-23";

/** Sixty invented patients: most of them easy to place, some hard, five that nobody fits. */
export function inventPatients(random: Random, taken: Set<string>): SamplePatient[] {
  const list = Array.from({ length: 60 }, (_, index) => inventPatient(random, index, taken));
  return list.map((patient, index) => ({ ...patient, ...special[index] }));
}

/** Searches that a reader of the file can follow: what is particular about them is said in samples/README.md. */
const special: Record<number, Partial<SamplePatient>> = {
  3: { languages: ["ja"], wantedMethods: ["AP"] },
  9: { languages: ["am"], stepFreeAccess: true },
  14: { travel: { mode: "foot", maxMinutes: 5 }, wantedMethods: ["ST"], wantedTherapistGender: "diverse" },
  20: { consents: ["processing"] },
  26: { availability: { sun: [{ from: "05:00", to: "06:00" }] } },
  31: { payer: "gkv", reimbursementRoute: true, insurer: "Beispielkasse Rheinland" },
  37: {
    symptoms: ["low_mood", "suicidal_thoughts", "sleep_problems"],
    ptv11: { acute: true, urgent: false },
  },
  41: { previousTherapy: true, previousTherapyEndedOn: "2025-09-30" },
  44: { openToVideo: true, travel: { mode: "transit", maxMinutes: 20 } },
  48: { openToGroup: true, wantedMethods: ["VT", "TP"] },
  52: { birthDate: null, guardian: null },
  55: { availability: {} },
  58: { payer: null, insurer: "", insuranceNumber: "" },
};

function inventPatient(random: Random, index: number, taken: Set<string>): SamplePatient {
  const gender = random.weighted([
    ["female", 60],
    ["male", 35],
    ["diverse", 3],
    ["not_stated", 2],
  ] as const);
  const age = random.weighted<number>([
    [random.whole(8, 17), 14],
    [random.whole(18, 30), 30],
    [random.whole(31, 60), 42],
    [random.whole(61, 80), 14],
  ]);
  const { firstName, lastName } = inventName(random, gender, taken);
  const site = inventSite(
    random,
    random.weighted([
      [areas.aachen, 40],
      [areas.koeln, 38],
      [areas.dueren, 22],
    ]),
  );
  const payer = random.weighted([
    ["gkv", 80],
    ["pkv", 9],
    ["beihilfe", 6],
    ["self", 4],
    ["other", 1],
  ] as const);
  const consulted = random.chance(0.75);
  const email = `${mailName(firstName)}.${mailName(lastName)}@${random.pick(["example.org", "example.net", "patient.example"])}`;
  return {
    id: `P-${String(index + 1).padStart(3, "0")}`,
    waitingSince: dayBefore(random.whole(3, 280)),
    salutation: gender === "female" ? "Frau" : gender === "male" ? "Herr" : "",
    gender,
    firstName,
    lastName,
    birthDate: dayBefore(Math.round(age * 365.25) + random.whole(1, 360)),
    address: { ...inventStreet(random), postalCode: site.postalCode, city: site.town },
    email,
    phone: index % 4 === 0 ? null : `0221 4710${String(random.whole(0, 999)).padStart(3, "0")}`,
    guardian: age < 18 ? { name: `${random.pick(femaleNames)} ${lastName}`, phone: null, email } : null,
    payer,
    insurer:
      payer === "gkv"
        ? random.pick(["Beispielkasse Rheinland", "Musterkasse West", "Betriebskasse Lindenwall"])
        : "",
    insuranceNumber: payer === "gkv" ? `Z${String(index + 1).padStart(9, "0")}` : "",
    diagnoses: random.chance(0.25)
      ? []
      : random.some(
          diagnosesFor(age),
          random.weighted([
            [1, 75],
            [2, 25],
          ]),
        ),
    symptoms: random.some(harmlessSymptoms, random.whole(2, 5)),
    ...inventHistory(random),
    consultationDone: consulted,
    consultationOn: consulted ? dayBefore(random.whole(10, 200)) : null,
    ptv11: consulted
      ? { acute: random.chance(0.06), urgent: random.chance(0.15) }
      : { acute: false, urgent: false },
    availability: inventAvailability(random),
    travel: inventTravel(random),
    openToGroup: random.chance(0.3),
    openToVideo: random.chance(0.35),
    openToDiga: random.chance(0.2),
    wantedTherapistGender: random.weighted([
      ["any", 72],
      ["female", 22],
      ["male", 6],
    ] as const),
    wantedMethods: random.weighted<Method[]>([
      [[], 60],
      [["VT"], 18],
      [["TP"], 10],
      [["VT", "TP"], 7],
      [["ST"], 3],
      [["AP"], 2],
    ]),
    languages: random.weighted<string[]>([
      [[], 82],
      [["tr"], 5],
      [["en"], 4],
      [["ru"], 3],
      [["pl"], 3],
      [["ar"], 2],
      [["uk", "ru"], 1],
    ]),
    stepFreeAccess: random.chance(0.06),
    consents: random.chance(0.8)
      ? ["processing", "sharing", "identity", "status_mails"]
      : ["processing", "sharing"],
    locale: random.chance(0.92) ? "de" : "en",
  };
}

const crisis: Symptom[] = ["suicidal_thoughts", "self_harm"];
const harmlessSymptoms = symptoms.filter((symptom) => !crisis.includes(symptom));

function diagnosesFor(age: number): string[] {
  return age < 18
    ? ["F90.0", "F93.0", "F41.2", "F43.2", "F40.1", "F42.1", "F91.3"]
    : [
        "F32.1",
        "F33.1",
        "F41.0",
        "F41.1",
        "F40.1",
        "F43.2",
        "F43.1",
        "F42.2",
        "F45.4",
        "F50.2",
        "F60.3",
        "F48.0",
        "Z73",
      ];
}

function inventName(
  random: Random,
  gender: string,
  taken: Set<string>,
): { firstName: string; lastName: string } {
  for (;;) {
    const list =
      gender === "female" ? femaleNames : gender === "male" ? maleNames : [...femaleNames, ...maleNames];
    const name = { firstName: random.pick(list), lastName: inventSurname(random) };
    const key = `${name.firstName} ${name.lastName}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}

function inventAvailability(random: Random): WeeklyHours {
  const [from, to] = random.weighted([
    [["08:00", "18:00"], 35],
    [["08:00", "13:00"], 25],
    [["13:00", "19:00"], 20],
    [["16:00", "20:00"], 20],
  ] as const);
  const days = new Set(random.some(weekdays.slice(0, 5), random.whole(2, 5)));
  return Object.fromEntries(weekdays.filter((day) => days.has(day)).map((day) => [day, [{ from, to }]]));
}

/** Half of those who had a therapy know when it ended. */
function inventHistory(random: Random): Pick<SamplePatient, "previousTherapy" | "previousTherapyEndedOn"> {
  const previousTherapy = random.weighted([
    [false, 60],
    [true, 25],
    [null, 15],
  ]);
  const isKnown = previousTherapy === true && random.chance(0.5);
  return { previousTherapy, previousTherapyEndedOn: isKnown ? dayBefore(random.whole(200, 3000)) : null };
}

function inventTravel(random: Random): SamplePatient["travel"] {
  return random.weighted<() => SamplePatient["travel"]>([
    [() => ({ mode: "car", maxMinutes: random.pick([20, 30, 45, 60]) }), 40],
    [() => ({ mode: "transit", maxMinutes: random.pick([30, 45, 60]) }), 30],
    [() => ({ mode: "bicycle", maxMinutes: random.pick([15, 20, 30]) }), 15],
    [() => ({ mode: "car", maxKm: random.pick([10, 15, 25, 40]) }), 10],
    [() => ({ mode: "foot", maxMinutes: random.pick([20, 30]) }), 5],
  ])();
}

function dayBefore(days: number): string {
  return new Date(Date.parse(`${baseDay}T00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
