"use client";

import { createContext, use } from "react";
import { fieldId, type FormState, listOf, textOf } from "./form-state";

/** The few words that fields need by themselves, translated on the server. */
export type FormWords = {
  optional: string;
  error: string;
  summaryTitle: string;
  pending: string;
  day: string;
  month: string;
  year: string;
};

export type FormContextValue = {
  formId: string;
  state: FormState;
  words: FormWords;
  /** How often the fields were set to what an answer says. */
  round: number;
};

export const FormContext = createContext<FormContextValue | null>(null);

/** The form around a component: its state as the action left it. Throws outside ActionForm. */
export function useForm(): FormContextValue {
  const form = use(FormContext);
  if (!form) throw new Error("This component belongs inside ActionForm.");
  return form;
}

export type FieldBinding = {
  id: string;
  hintId: string;
  errorId: string;
  error?: string;
  /** What was typed or prefilled; `fallback` when the form knows nothing of the field. */
  text: (fallback?: string) => string;
  list: (fallback?: readonly string[]) => readonly string[];
  words: FormWords | null;
  round: number;
};

/** Ties one field to the form around it; works without one too (a filter that is sent by GET). */
export function useField(name: string): FieldBinding {
  const form = use(FormContext);
  const values = form?.state.values ?? {};
  const id = fieldId(form?.formId ?? "filter", name);
  // After the form was sent, a missing name means that nothing was ticked, not that the fallback holds.
  const known = name in values || (form !== null && form.state.status !== "idle");
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    error: form?.state.errors[name],
    text: (fallback = "") => (known ? textOf(values, name) : fallback),
    list: (fallback = []) => (known ? listOf(values, name) : fallback),
    words: form?.words ?? null,
    round: form?.round ?? 0,
  };
}
