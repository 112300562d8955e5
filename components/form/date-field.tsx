"use client";

import { fieldId, textOf } from "./form-state";
import { describe, type FieldProps } from "./field";
import { Fieldset } from "./fieldset";
import { useField, useForm } from "./form-context";

type Props = FieldProps & {
  heading?: boolean;
  /** Lets the browser fill in a birthday. */
  birthday?: boolean;
};

/**
 * A day in three plain fields `name.day`, `name.month`, `name.year`; read it with `dayOf`, prefill it with
 * `dayValues`, and put its error under `name`.
 */
export function DateField({ name, label, hint, optional, heading, birthday }: Props) {
  const { formId, state, words } = useForm();
  const field = useField(name);
  const parts = [
    {
      part: "day",
      label: words.day,
      className: "w-18",
      autoComplete: birthday ? "bday-day" : undefined,
      length: 2,
    },
    {
      part: "month",
      label: words.month,
      className: "w-18",
      autoComplete: birthday ? "bday-month" : undefined,
      length: 2,
    },
    {
      part: "year",
      label: words.year,
      className: "w-26",
      autoComplete: birthday ? "bday-year" : undefined,
      length: 4,
    },
  ];
  return (
    <Fieldset legend={label} hint={hint} optional={optional} heading={heading} field={field}>
      <div className="flex flex-wrap gap-3">
        {parts.map(({ part, label: partLabel, className, autoComplete, length }) => {
          const partName = `${name}.${part}`;
          const id = part === "day" ? field.id : fieldId(formId, partName);
          const shown = textOf(state.values, partName);
          return (
            <div key={part} className={className}>
              <label htmlFor={id} className="mb-1 block">
                {partLabel}
              </label>
              <input
                key={shown}
                id={id}
                name={partName}
                defaultValue={shown}
                inputMode="numeric"
                maxLength={length}
                autoComplete={autoComplete}
                className="control"
                aria-invalid={describe(field, hint)["aria-invalid"]}
              />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
