"use client";

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
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

/**
 * The part of ActionForm that lives in the browser. Use ActionForm. The fields show what the answer of the action says,
 * unless the person went on typing while it was on its way: then what they typed stays.
 */
export function ClientForm({ id, action, initial, words, summary, className, children }: Props) {
  const [state, submit, pending] = useActionState(action, initial);
  const { form, round, sent, edited } = useAnswers(state, pending);
  const hasErrors = state.status === "error";

  // React resets a form that it sends by itself, whatever was typed meanwhile; `action` serves browsers without script.
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    // A button elsewhere on the page that belongs to this form does not know that it is on its way.
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const formData = new FormData(event.currentTarget, submitter);
    sent();
    startTransition(() => submit(formData));
  }

  return (
    <form
      ref={form}
      id={id}
      action={submit}
      onSubmit={send}
      onInput={edited}
      noValidate
      className={className}
    >
      <FormContext value={{ formId: id, state, words, round }}>
        {summary && hasErrors && <ErrorSummary />}
        {state.status === "done" && state.message && <FormDone>{state.message}</FormDone>}
        {children}
      </FormContext>
    </form>
  );
}

/** Fields elsewhere on the page that belong to the form know no answers: they keep what was chosen. */
function resetFields(form: HTMLFormElement): void {
  const outside = [...form.elements]
    .filter((field) => field instanceof HTMLSelectElement && !form.contains(field))
    .map((field) => ({ field: field as HTMLSelectElement, value: (field as HTMLSelectElement).value }));
  form.reset();
  for (const { field, value } of outside) field.value = value;
}

/** Sets the fields to what the last answer says, once for each answer, if nobody typed since the form was sent. */
function useAnswers(state: FormState, pending: boolean) {
  const form = useRef<HTMLFormElement>(null);
  const shown = useRef(state);
  const typing = useRef(false);
  const [round, setRound] = useState(0);
  useLayoutEffect(() => {
    if (pending || shown.current === state) return;
    shown.current = state;
    if (typing.current) return;
    if (form.current) resetFields(form.current);
    setRound((before) => before + 1);
  }, [state, pending]);
  return {
    form,
    round,
    sent: () => {
      typing.current = false;
    },
    edited: () => {
      typing.current = true;
    },
  };
}
