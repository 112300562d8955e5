"use client";

import type { ReactNode } from "react";
import { ChoiceCard } from "./choice-card";
import type { FieldProps } from "./field";
import { Fieldset } from "./fieldset";
import type { FieldBinding } from "./form-context";

export type CardOption = { value: string; label: ReactNode; hint?: ReactNode };

const cardColumns = {
  1: "grid gap-2",
  2: "grid gap-2 sm:grid-cols-2",
  3: "grid gap-2 sm:grid-cols-3",
  pair: "grid grid-cols-2 gap-2 sm:grid-cols-4",
};

export type CardsProps = FieldProps & {
  options: readonly CardOption[];
  /** The label is the heading of the page. */
  heading?: boolean;
  /** Side by side where there is room, "pair" two in a row on a phone and four elsewhere; for short words. */
  columns?: keyof typeof cardColumns;
};

type Props = CardsProps & {
  type: "radio" | "checkbox";
  field: FieldBinding;
  chosen: readonly string[];
};

/** A few choices, each a card. */
export function ChoiceCards({
  type,
  field,
  chosen,
  name,
  label,
  hint,
  optional,
  options,
  heading,
  columns = 1,
}: Props) {
  return (
    <Fieldset legend={label} hint={hint} optional={optional} heading={heading} field={field}>
      <div key={chosen.join()} className={cardColumns[columns]}>
        {options.map((option, index) => (
          <ChoiceCard
            key={option.value}
            type={type}
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
