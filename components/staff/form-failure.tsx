"use client";

import { useForm } from "../form/form-context";
import { FormMessage } from "../form/form-message";

/** The sentence about a form of one button that did not work out: there is nothing typed to look through. */
export function FormFailure() {
  const { state } = useForm();
  return state.status === "error" && state.message ? (
    <FormMessage tone="bad">{state.message}</FormMessage>
  ) : null;
}
