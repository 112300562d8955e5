import type { MatchingPatient, MatchingTherapist } from "./records";
import type { RuleId } from "./rules";

/** A fact that is not known and whose record would have to tell it. */
export type MissingFact =
  | {
      of: "patient";
      fact: "birthDate" | "payer" | "place" | "limit" | "gender" | "availability" | "diagnoses";
    }
  | { of: "therapist"; fact: "offers" | "seat" | "place" | "gender" | "hours" | "stepFree" };

/** What one would have to find out so that these rules, unknown for a pair, can be answered; each fact once. */
export function missingFacts(
  patient: MatchingPatient,
  therapist: MatchingTherapist,
  unknown: readonly RuleId[],
): MissingFact[] {
  const facts = unknown.flatMap((rule) => factsBehind[rule]?.(patient, therapist) ?? []);
  return [...new Map(facts.map((fact) => [`${fact.of} ${fact.fact}`, fact])).values()];
}

type Behind = (patient: MatchingPatient, therapist: MatchingTherapist) => MissingFact[];

const birthDate: MissingFact = { of: "patient", fact: "birthDate" };
const offers: MissingFact = { of: "therapist", fact: "offers" };

/** The rules that are never unknown are missing. */
const factsBehind: Partial<Record<RuleId, Behind>> = {
  "age-licence": (patient, therapist) => [
    ...(patient.birthDate === null || therapist.offers.length > 0 ? [birthDate] : []),
    ...(therapist.offers.length === 0 ? [offers] : []),
  ],
  payer: (patient) =>
    patient.payer === null ? [{ of: "patient", fact: "payer" }] : [{ of: "therapist", fact: "seat" }],
  method: (_, therapist) => (therapist.offers.length === 0 ? [offers] : [birthDate]),
  distance: wayFacts,
  "therapist-gender": () => [{ of: "therapist", fact: "gender" }],
  times: (patient, therapist) => [
    ...(isEmpty(patient.availability) ? [{ of: "patient", fact: "availability" } as const] : []),
    ...(isEmpty(therapist.officeHours) ? [{ of: "therapist", fact: "hours" } as const] : []),
  ],
  "patient-age": () => [birthDate],
  "patient-gender": () => [{ of: "patient", fact: "gender" }],
  diagnosis: () => [{ of: "patient", fact: "diagnoses" }],
  access: () => [{ of: "therapist", fact: "stepFree" }],
};

function wayFacts({ coordinates, travel }: MatchingPatient, { locations }: MatchingTherapist): MissingFact[] {
  const facts: MissingFact[] = [];
  if (coordinates === null) facts.push({ of: "patient", fact: "place" });
  if (travel.maxKm === null && travel.maxMinutes === null) facts.push({ of: "patient", fact: "limit" });
  if (locations.length === 0 || locations.some((site) => site.coordinates === null))
    facts.push({ of: "therapist", fact: "place" });
  return facts;
}

function isEmpty(hours: MatchingPatient["availability"]): boolean {
  return Object.values(hours).flat().length === 0;
}
