"use client";

import { type CardsProps, ChoiceCards } from "./choice-cards";
import { useField } from "./form-context";

/** Any number of a few choices; the form gets every ticked value under the same name. */
export function CheckboxCards({ defaultValue, ...cards }: CardsProps & { defaultValue?: readonly string[] }) {
  const field = useField(cards.name);
  return <ChoiceCards {...cards} type="checkbox" field={field} chosen={field.list(defaultValue)} />;
}
