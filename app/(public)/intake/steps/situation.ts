import { listOf } from "@/components/form/form-state";
import { patientInput } from "@/lib/domain/patients/schemas";
import { type SymptomGroup, crisisSymptoms, symptomGroups } from "@/lib/domain/vocabulary";
import { z } from "zod";
import { type Field, list, readFields, text, type Values } from "./fields";
import type { Step } from "./step";

export const groups = Object.keys(symptomGroups) as SymptomGroup[];

/** The checkboxes of each group are a field of their own, named like the group. */
const fields = {
  mood: list(z.array(z.enum(symptomGroups.mood))),
  thinking: list(z.array(z.enum(symptomGroups.thinking))),
  body: list(z.array(z.enum(symptomGroups.body))),
  relationships: list(z.array(z.enum(symptomGroups.relationships))),
  burdens: list(z.array(z.enum(symptomGroups.burdens))),
  symptomsText: text(patientInput.shape.symptomsText),
} satisfies Record<SymptomGroup | "symptomsText", Field>;

/** What weighs on the person, as far as they want to say. */
export const situation: Step = {
  id: "situation",
  fields,
  read(values) {
    const { symptomsText, ...chosen } = readFields(fields, values);
    return { symptoms: groups.flatMap((group) => chosen[group]), symptomsText };
  },
};

/** Whether somebody ticked thoughts of suicide or self-harm. */
export function isCrisis(values: Values): boolean {
  const ticked = groups.flatMap((group) => listOf(values, group));
  return ticked.some((symptom) => crisisSymptoms.some((crisis) => crisis === symptom));
}
