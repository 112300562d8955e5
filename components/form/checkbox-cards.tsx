"use client";

import { ChoiceCard } from "./choice-card";
import { Fieldset } from "./fieldset";
import type { FieldProps } from "./field";
import { useField } from "./form-context";
import { type CardOption, cardColumns } from "./radio-cards";

type Props = FieldProps & {
  options: readonly CardOption[];
  heading?: boolean;
  columns?: 1 | 2 | 3;
  defaultValue?: readonly string[];
};

/** Any number of a few choices; the form gets every ticked value under the same name. */
export function CheckboxCards({
  name,
  label,
  hint,
  optional,
  options,
  heading,
  columns = 1,
  defaultValue,
}: Props) {
  const field = useField(name);
  const chosen = field.list(defaultValue);
  return (
    <Fieldset legend={label} hint={hint} optional={optional} heading={heading} field={field}>
      <div key={chosen.join()} className={cardColumns[columns]}>
        {options.map((option, index) => (
          <ChoiceCard
            key={option.value}
            type="checkbox"
            id={index === 0 ? field.id : undefined}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            defaultChecked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
