"use client";

import { type CardsProps, ChoiceCards } from "./choice-cards";
import { useField } from "./form-context";

/** One of a few choices. */
export function RadioCards({ defaultValue, ...cards }: CardsProps & { defaultValue?: string }) {
  const field = useField(cards.name);
  return <ChoiceCards {...cards} type="radio" field={field} chosen={[field.text(defaultValue)]} />;
}
