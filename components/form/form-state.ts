/**
 * What a form shows and what its server action gives back: `(previous: FormState, formData: FormData) =>
 * Promise<FormState>`. Free of imports, so that actions, pages and client code share it.
 */
export type FormState = {
  status: "idle" | "error" | "done";
  /** What the person typed, by field name, to show it again. */
  values: Record<string, string | string[]>;
  /** Field name → one sentence in the language of the person. */
  errors: Record<string, string>;
  /** One sentence about the form as a whole. */
  message?: string;
};

export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>;

/** A form nobody has sent yet; `values` prefill it. */
export function idleState(values: FormState["values"] = {}): FormState {
  return { status: "idle", values, errors: {} };
}

/** The form again with everything that was typed and the sentences about what to change. */
export function errorState(
  values: FormState["values"],
  errors: FormState["errors"],
  message?: string,
): FormState {
  return { status: "error", values, errors, message };
}

/** The form after it did its work without leaving the page. */
export function doneState(message: string, values: FormState["values"] = {}): FormState {
  return { status: "done", values, errors: {}, message };
}

/**
 * The typed texts of a form by field name; a name that occurs more than once becomes a list. Leaves out files and
 * the fields that React adds for its own use.
 */
export function formValues(formData: FormData): FormState["values"] {
  const values: FormState["values"] = {};
  for (const name of new Set(formData.keys())) {
    if (name.startsWith("$")) continue;
    const texts = formData.getAll(name).filter((entry) => typeof entry === "string");
    if (texts.length > 0) values[name] = texts.length === 1 ? (texts[0] as string) : texts;
  }
  return values;
}

/** The chosen values of a group of checkboxes, whether none, one or several are ticked. */
export function listOf(values: FormState["values"], name: string): string[] {
  const value = values[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** One typed text, trimmed; the first one if there are several, and "" if there is none. */
export function textOf(values: FormState["values"], name: string): string {
  return (listOf(values, name)[0] ?? "").trim();
}

/**
 * The day typed into the three fields of DateField as "YYYY-MM-DD"; null when all are empty, "invalid" when it is no
 * day of the calendar. Two-digit years are refused rather than guessed.
 */
export function dayOf(values: FormState["values"], name: string): string | null | "invalid" {
  const [day, month, year] = ["day", "month", "year"].map((part) => textOf(values, `${name}.${part}`));
  if (!day && !month && !year) return null;
  if (!/^\d{1,2}$/.test(day ?? "") || !/^\d{1,2}$/.test(month ?? "") || !/^\d{4}$/.test(year ?? ""))
    return "invalid";
  const iso = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : "invalid";
}

/** The three values with which DateField shows a day "YYYY-MM-DD". */
export function dayValues(name: string, isoDay: string | null): FormState["values"] {
  const [year = "", month = "", day = ""] = (isoDay ?? "").split("-");
  return {
    [`${name}.day`]: day.replace(/^0/, ""),
    [`${name}.month`]: month.replace(/^0/, ""),
    [`${name}.year`]: year,
  };
}

/** The id of the first control of a field, to which error summaries link. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^\w-]+/g, "-")}`;
}
