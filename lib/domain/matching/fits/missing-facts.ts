import type { MatchingPatient, MatchingTherapist } from "../kernel/records";
import type { RuleId } from "../kernel/rules";

/** By fact, whether a patient's record lacks it. */
const lacksOfPatient = {
  birthDate: (patient: MatchingPatient) => patient.birthDate === null,
  payer: (patient: MatchingPatient) => patient.payer === null,
  place: (patient: MatchingPatient) => patient.coordinates === null,
  limit: ({ travel }: MatchingPatient) => travel.maxKm === null && travel.maxMinutes === null,
  gender: (patient: MatchingPatient) => patient.gender === "not_stated",
  availability: (patient: MatchingPatient) => isEmpty(patient.availability),
  diagnoses: (patient: MatchingPatient) => patient.diagnoses.length === 0,
};

/** By fact, whether a therapist's record lacks it, at some site or at all. */
const lacksOfTherapist = {
  offers: (therapist: MatchingTherapist) => therapist.offers.length === 0,
  seat: (therapist: MatchingTherapist) => therapist.statutorySeat === "unknown",
  place: ({ locations }: MatchingTherapist) =>
    locations.length === 0 || locations.some((site) => site.coordinates === null),
  gender: (therapist: MatchingTherapist) => therapist.gender === "not_stated",
  hours: (therapist: MatchingTherapist) => isEmpty(therapist.officeHours),
  stepFree: ({ locations }: MatchingTherapist) => locations.some((site) => site.stepFree === "unknown"),
};

type PatientFact = keyof typeof lacksOfPatient;
type TherapistFact = keyof typeof lacksOfTherapist;

/** A fact that is not known and whose record would have to tell it. */
export type MissingFact = { of: "patient"; fact: PatientFact } | { of: "therapist"; fact: TherapistFact };

/** Every fact that matching can miss. */
export const missableFacts: readonly MissingFact[] = [
  ...(Object.keys(lacksOfPatient) as PatientFact[]).map((fact) => ({ of: "patient" as const, fact })),
  ...(Object.keys(lacksOfTherapist) as TherapistFact[]).map((fact) => ({ of: "therapist" as const, fact })),
];

/** A fact in one word, for maps and tables. */
export type FactKind = `patient-${PatientFact}` | `therapist-${TherapistFact}`;

export function kindOf({ of, fact }: MissingFact): FactKind {
  return `${of}-${fact}` as FactKind;
}

/** Facts that a person may look up: without them a pair is to check, but may be proposed. */
const lookedUp: readonly FactKind[] = [
  "patient-availability",
  "patient-diagnoses",
  "therapist-gender",
  "therapist-hours",
  "therapist-stepFree",
];

/** Whether a pair cannot be proposed without this fact. */
export function keepsOut(kind: FactKind): boolean {
  return !lookedUp.includes(kind);
}

export function patientLacks(patient: MatchingPatient, { of, fact }: MissingFact): boolean {
  return of === "patient" && lacksOfPatient[fact](patient);
}

export function therapistLacks(therapist: MatchingTherapist, { of, fact }: MissingFact): boolean {
  return of === "therapist" && lacksOfTherapist[fact](therapist);
}

/**
 * What one would have to find out so that these rules, unknown for a pair, can be answered; each fact once. Depends on
 * the rules and on what the two records lack, on nothing else.
 */
export function missingFacts(
  patient: MatchingPatient,
  therapist: MatchingTherapist,
  unknown: readonly RuleId[],
): MissingFact[] {
  const facts = unknown.flatMap((rule) => factsBehind[rule]?.(patient, therapist) ?? []);
  return [...new Map(facts.map((fact) => [kindOf(fact), fact])).values()];
}

type Behind = (patient: MatchingPatient, therapist: MatchingTherapist) => MissingFact[];

const birthDate: MissingFact = { of: "patient", fact: "birthDate" };
const offers: MissingFact = { of: "therapist", fact: "offers" };

/** The rules that are never unknown are missing. */
const factsBehind: Partial<Record<RuleId, Behind>> = {
  "age-licence": (patient, therapist) => [
    ...(lacksOfPatient.birthDate(patient) || !lacksOfTherapist.offers(therapist) ? [birthDate] : []),
    ...(lacksOfTherapist.offers(therapist) ? [offers] : []),
  ],
  payer: (patient) =>
    lacksOfPatient.payer(patient) ? [{ of: "patient", fact: "payer" }] : [{ of: "therapist", fact: "seat" }],
  method: (_, therapist) => (lacksOfTherapist.offers(therapist) ? [offers] : [birthDate]),
  distance: (patient, therapist) => lacking(patient, therapist, ["place", "limit"], ["place"]),
  "therapist-gender": () => [{ of: "therapist", fact: "gender" }],
  times: (patient, therapist) => lacking(patient, therapist, ["availability"], ["hours"]),
  "patient-age": () => [birthDate],
  "patient-gender": () => [{ of: "patient", fact: "gender" }],
  // A diagnosis that is too general is no missing one; the sentence of the rule tells it.
  diagnosis: (patient) => (lacksOfPatient.diagnoses(patient) ? [{ of: "patient", fact: "diagnoses" }] : []),
  access: () => [{ of: "therapist", fact: "stepFree" }],
};

/** Those of these facts that the two records lack. */
function lacking(
  patient: MatchingPatient,
  therapist: MatchingTherapist,
  ofPatient: readonly PatientFact[],
  ofTherapist: readonly TherapistFact[],
): MissingFact[] {
  return [
    ...ofPatient
      .filter((fact) => lacksOfPatient[fact](patient))
      .map((fact) => ({ of: "patient" as const, fact })),
    ...ofTherapist
      .filter((fact) => lacksOfTherapist[fact](therapist))
      .map((fact) => ({ of: "therapist" as const, fact })),
  ];
}

function isEmpty(hours: MatchingPatient["availability"]): boolean {
  return Object.values(hours).flat().length === 0;
}
