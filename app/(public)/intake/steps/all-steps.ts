import { ZodError } from "zod";
import { AppError } from "@/lib/core/errors";
import { type Answers, type Step, type StepId, stepIds } from "./step";
import { consents } from "./consents";
import { contact } from "./contact";
import { type Values, isFieldOf } from "./fields";
import { guardian } from "./guardian";
import { insurance } from "./insurance";
import { person } from "./person";
import { situation } from "./situation";
import { times } from "./times";
import { treatment } from "./treatment";
import { wishes } from "./wishes";

const steps: Record<StepId, Step> = {
  person,
  guardian,
  contact,
  insurance,
  situation,
  treatment,
  wishes,
  times,
  consents,
};

/** The step with this id, or null when somebody made it up. */
export function findStep(id: string): Step | null {
  return stepIds.some((known) => known === id) ? steps[id as StepId] : null;
}

/** The steps that this person is asked, in order. */
export function stepsFor(values: Values, now: Date): Step[] {
  return stepIds.map((id) => steps[id]).filter((step) => step.isAsked?.(values, now) ?? true);
}

/** The first step whose answers are missing or wrong, or null when everything can be sent. */
export function firstOpenStep(values: Values, now: Date): Step | null {
  return stepsFor(values, now).find((step) => !isAnswered(step, values, now)) ?? null;
}

/** What all steps say together. Throws what the first wrong step throws. */
export function readAnswers(values: Values, now: Date): Partial<Answers> {
  return Object.assign({}, ...stepsFor(values, now).map((step) => step.read(values, now)));
}

/** Whether a name of the form belongs to this step. */
export const ownsField = (step: Step) => (name: string) => isFieldOf(step.fields, name);

function isAnswered(step: Step, values: Values, now: Date): boolean {
  try {
    step.read(values, now);
    return true;
  } catch (error) {
    if (error instanceof AppError || error instanceof ZodError) return false;
    throw error;
  }
}
