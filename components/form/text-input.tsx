"use client";

import type { ComponentProps } from "react";
import { describe, Field, type FieldProps } from "./field";
import { useField } from "./form-context";

const widths = { full: "", medium: "max-w-80", short: "max-w-40", tiny: "max-w-24" };

type Props = FieldProps &
  Omit<ComponentProps<"input">, "name" | "id" | "width" | "className"> & {
    /** As wide as what one expects in it. */
    width?: keyof typeof widths;
    /** Stands behind the control, such as "km". */
    unit?: string;
  };

/** One line of text. Set `autoComplete`, `inputMode` and `type` wherever they help; passwords are never shown again. */
export function TextInput({
  name,
  label,
  hint,
  optional,
  width = "full",
  unit,
  defaultValue,
  ...rest
}: Props) {
  const field = useField(name);
  const secret = rest.type === "password" || rest.type === "file";
  const shown = secret ? undefined : field.text(String(defaultValue ?? ""));
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <span className={`flex items-center gap-2 ${widths[width]}`}>
        <input
          type="text"
          {...rest}
          key={shown}
          id={field.id}
          name={name}
          defaultValue={shown}
          className="control"
          {...describe(field, hint)}
        />
        {unit && <span className="whitespace-nowrap text-ink-soft">{unit}</span>}
      </span>
    </Field>
  );
}
