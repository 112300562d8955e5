import { dayOf, type FormState, textOf } from "../../form/form-state";

type Values = FormState["values"];

/** A typed text with its lines as the product writes them; browsers send "\r\n". */
export const textWithLines = (values: Values, name: string) => textOf(values, name).replaceAll("\r\n", "\n");

/** A typed text, or null when the field is empty: "not stated". */
export const textOrNull = (values: Values, name: string) => textOf(values, name) || null;

/** Whether a box is ticked. */
export const ticked = (values: Values, name: string) => textOf(values, name) !== "";

/** A typed number as people write it ("12,5"); null when empty, NaN (which schemas refuse) when it is none. */
export function numberOrNull(values: Values, name: string): number | null {
  const text = textOf(values, name);
  if (text === "") return null;
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

/** The day of a DateField; null when empty, a text that schemas refuse when it is no day. */
export const dayOrNull = (values: Values, name: string) => dayOf(values, name);

/** Entries separated by comma, semicolon or line. */
export const entriesOf = (values: Values, name: string) => split(textOf(values, name), /[,;\n]/);

/** One entry per line. */
export const linesOf = (values: Values, name: string) => split(textOf(values, name), /\n/);

/** Yes, no, or nothing chosen. */
export function yesNoOrNull(values: Values, name: string): boolean | null {
  return { yes: true, no: false }[textOf(values, name)] ?? null;
}

/** How a ticked box, a choice of yes and no, and a number stand in a form. */
export const boxValue = (on: boolean) => (on ? "yes" : "");
export const yesNoValue = (answer: boolean | null) => (answer === null ? "" : answer ? "yes" : "no");
export const numberValue = (value: number | null) => (value === null ? "" : String(value));

/** An object from a list of names; `prefix` goes before each name in the result. */
export function pick<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
  prefix = "",
): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [prefix + name, value(name)]));
}

function split(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter(Boolean);
}
