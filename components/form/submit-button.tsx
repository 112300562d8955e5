"use client";

import { type ComponentProps, use } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonVariant, buttonClass } from "../ui/button-class";
import { FormContext } from "./form-context";

type Props = Omit<ComponentProps<"button">, "type" | "className"> & { variant?: ButtonVariant };

/**
 * Sends the form around it. With JavaScript it says that it is working and takes no second click; `name` and `value`
 * tell the action which of several buttons it was.
 */
export function SubmitButton({ variant = "primary", children, ...rest }: Props) {
  const { pending, data } = useFormStatus();
  const words = use(FormContext)?.words;
  const mine = pending && (!rest.name || data?.get(rest.name) === String(rest.value ?? ""));
  return (
    <button
      {...rest}
      type="submit"
      className={buttonClass(variant)}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
    >
      {mine && words ? words.pending : children}
    </button>
  );
}
