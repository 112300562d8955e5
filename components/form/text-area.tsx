"use client";

import type { ComponentProps } from "react";
import { describe, Field, type FieldProps } from "./field";
import { useField } from "./form-context";

type Props = FieldProps & Omit<ComponentProps<"textarea">, "name" | "id" | "className">;

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ name, label, hint, optional, defaultValue, rows = 5, ...rest }: Props) {
  const field = useField(name);
  const shown = field.text(String(defaultValue ?? ""));
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <textarea
        {...rest}
        key={shown}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={shown}
        className="control field-sizing-content min-h-32 py-2"
        {...describe(field, hint)}
      />
    </Field>
  );
}
