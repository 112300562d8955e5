import { crisisSymptoms } from "../vocabulary";
import type { PatientInput } from "./schemas";

/** Empty here means an answer ("any method", "German is enough"), not that nothing was said. */
const answersWhenEmpty: readonly (keyof PatientInput)[] = ["wantedMethods", "languages"];
/** Stays as staff or the first registration have it. */
const kept: readonly (keyof PatientInput)[] = ["email", "notes", "heardFrom"];

/**
 * What the later form of the same person changes in the record: every field that was filled in. Leaving something out
 * takes nothing back that may decide over somebody's safety or place: signs of a crisis, the boxes of PTV 11 and a
 * consultation that took place stay until staff take them out.
 */
export function mergeAnswers(known: PatientInput, typed: PatientInput): Partial<PatientInput> {
  const given = Object.fromEntries(
    Object.entries(typed).filter(
      ([name, value]) =>
        !kept.includes(name as keyof PatientInput) &&
        (answersWhenEmpty.includes(name as keyof PatientInput) || !isEmpty(value)),
    ),
  ) as Partial<PatientInput>;
  const signs = known.symptoms.filter((symptom) => crisisSymptoms.includes(symptom));
  return {
    ...given,
    ...(given.symptoms ? { symptoms: [...new Set([...given.symptoms, ...signs])] } : {}),
    consultationDone: known.consultationDone || typed.consultationDone,
    ptv11: {
      acute: known.ptv11.acute || typed.ptv11.acute,
      urgent: known.ptv11.urgent || typed.ptv11.urgent,
    },
  };
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === "" || value === "not_stated") return true;
  return typeof value === "object" && Object.keys(value as object).length === 0;
}
