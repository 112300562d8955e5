import type { ConsentKind } from "@/lib/domain/consents/status";
import type { PatientInput } from "@/lib/domain/patients/schemas";
import type { Fields, Values } from "./fields";

export const stepIds = [
  "person",
  "guardian",
  "contact",
  "insurance",
  "situation",
  "treatment",
  "wishes",
  "times",
  "consents",
] as const;
export type StepId = (typeof stepIds)[number];

/** What the steps find out together. */
export type Answers = PatientInput & { consents: ConsentKind[] };

/** One screen of the form: its fields and what they say. Words and looks are in ../screens. */
export type Step = {
  id: StepId;
  fields: Fields;
  /** Throws a ZodError or AppError that names the fields to change. */
  read: (values: Values, now: Date) => Partial<Answers>;
  /** Leave out for a step that everybody sees. */
  isAsked?: (values: Values, now: Date) => boolean;
};
