"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "./error-summary";
import { FormContext, type FormWords } from "./form-context";
import { FormDone } from "./form-done";
import type { FormAction, FormState } from "./form-state";

type Props = {
  id: string;
  action: FormAction;
  initial: FormState;
  words: FormWords;
  summary: boolean;
  className?: string;
  children: ReactNode;
};

/** The part of ActionForm that lives in the browser. Use ActionForm. */
export function ClientForm({ id, action, initial, words, summary, className, children }: Props) {
  const [state, submit] = useActionState(action, initial);
  const hasErrors = state.status === "error";
  return (
    <form id={id} action={submit} noValidate className={className}>
      <FormContext value={{ formId: id, state, words }}>
        {summary && hasErrors && <ErrorSummary />}
        {state.status === "done" && state.message && <FormDone>{state.message}</FormDone>}
        {children}
      </FormContext>
    </form>
  );
}
