import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/**
 * What a schema does not accept in an entry of a file, as one clause: "travel.maxMinutes must be 240 or less". The value
 * itself is not repeated: it may say something about a patient.
 */
export function explainIssue(issue: Issue, entry: unknown): string {
  const [unknownKey] = issue.code === "unrecognized_keys" ? issue.keys : [];
  const field = [...issue.path, ...(unknownKey === undefined ? [] : [unknownKey])].join(".");
  return `${field === "" ? "the entry" : field} ${complaint(issue, valueAt(entry, issue.path))}`;
}

/** Of the messages that the schemas give their own rules. */
const ofOwnRules: Readonly<Record<string, string>> = {
  control_characters: "must hold no control characters",
  postal_code: "must be a German postcode of five digits",
  travel_limit: "is missing, and travel.maxKm too",
  phone: "must be a telephone number",
  clock: "must be a time such as 09:30",
  range_order: "must begin before it ends",
  language: "must be a language code such as de",
  icd10: "must be an ICD-10 code such as F41.1",
  dateTooEarly: "must be in the year 2000 or later",
};
const ofFormats: Readonly<Record<string, string>> = {
  date: "must be a day such as 2026-11-18",
  email: "must be an e-mail address",
};
const shownChoices = 12;

function complaint(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== "custom") return "is missing";
  const own = ofOwnRules[issue.message];
  if (own) return own;
  switch (issue.code) {
    case "invalid_type":
      return `must be ${nameOf(issue.expected)}, not ${kindOf(value)}`;
    case "invalid_union":
      return ofUnion(issue.errors, value);
    case "invalid_value":
      return issue.values.length > shownChoices
        ? "is not one of the known words"
        : `must be ${issue.values.join(", ")}`.replace(/, (?=[^,]*$)/, " or ");
    case "invalid_format":
      return ofFormats[issue.format] ?? "has another form";
    case "too_small":
      return issue.origin === "string" ? "must not be empty" : `must be ${issue.minimum} or more`;
    case "too_big":
      return `${tooBig[issue.origin] ?? "must be"} ${issue.maximum}${issue.origin in tooBig ? "" : " or less"}`;
    case "unrecognized_keys":
      return "is not known";
    default:
      return "cannot be used";
  }
}

const tooBig: Readonly<Record<string, string>> = {
  string: "must have no more characters than",
  array: "must hold no more entries than",
};

/** Of values of several kinds: those it may be, or what is wrong with the kind it is. */
function ofUnion(errors: readonly (readonly Issue[])[], value: unknown): string {
  const first = errors.flat().find((issue) => issue.code !== "invalid_type");
  if (first) return complaint(first, value);
  const kinds = errors.flat().flatMap((issue) => ("expected" in issue ? nameOf(issue.expected) : []));
  return `must be ${kinds.join(" or ")}, not ${kindOf(value)}`;
}

const names: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function nameOf(expected: string): string {
  return names[expected] ?? expected;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return nameOf(Array.isArray(value) ? "array" : typeof value);
}

function valueAt(entry: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    entry,
  );
}
