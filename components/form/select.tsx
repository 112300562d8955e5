"use client";

import { describe, Field, type FieldProps } from "./field";
import { useField } from "./form-context";

export type SelectOption = { value: string; label: string };

type Props = FieldProps & {
  options: readonly SelectOption[];
  /** A first choice with an empty value, such as "Alle" or "Bitte wählen". */
  empty?: string;
  defaultValue?: string;
  autoComplete?: string;
  /** The id of the form it belongs to, where it stands outside of it. */
  form?: string;
};

/** One of many short choices; up to about seven, RadioCards are kinder. */
export function Select(props: Props) {
  const { name, label, hint, optional, options, empty, defaultValue, autoComplete, form } = props;
  const field = useField(name);
  const shown = field.text(defaultValue);
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <select
        // React does not set the choice of a select again when its form is reset.
        key={field.round}
        id={field.id}
        name={name}
        form={form}
        defaultValue={shown}
        autoComplete={autoComplete}
        className="control max-w-120 pr-2"
        {...describe(field, hint)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
