"use client";

import { useField } from "../form/form-context";

/** A value that a form carries along unseen, from where its other values come. */
export function CarriedValue({ name }: { name: string }) {
  return <input type="hidden" name={name} value={useField(name).text()} />;
}
