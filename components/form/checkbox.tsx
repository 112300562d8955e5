"use client";

import { ChoiceCard } from "./choice-card";
import { describe, type FieldProps } from "./field";
import { useField } from "./form-context";

type Props = Omit<FieldProps, "optional"> & { value?: string; defaultChecked?: boolean };

/** One statement to agree to; sends `value` ("yes") when ticked and nothing otherwise. */
export function Checkbox({ name, label, hint, value = "yes", defaultChecked = false }: Props) {
  const field = useField(name);
  const ticked = field.list(defaultChecked ? [value] : []).includes(value);
  return (
    <div className={field.error ? "border-l-4 border-bad-edge pl-4" : undefined}>
      {field.error && (
        <p id={field.errorId} className="mb-2 font-semibold text-bad-ink">
          <span className="sr-only">{field.words?.error} </span>
          {field.error}
        </p>
      )}
      <ChoiceCard
        key={String(ticked)}
        type="checkbox"
        id={field.id}
        name={name}
        value={value}
        label={label}
        hint={hint}
        defaultChecked={ticked}
        {...describe(field, undefined)}
      />
    </div>
  );
}
