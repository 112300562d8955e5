import type { ReactNode } from "react";
import { describe, HintAndError, Optional } from "./field";
import type { FieldBinding } from "./form-context";

type Props = {
  legend: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  /** The legend is the heading of the page: one question per page. */
  heading?: boolean;
  /** Ties the group to a field of the form, for its error; groups of whole fields have none. */
  field?: FieldBinding;
  children: ReactNode;
};

/** Controls or fields that belong to one question. */
export function Fieldset({ legend, hint, optional, heading, field, children }: Props) {
  const words = (
    <>
      {legend}
      {optional && <Optional word={field?.words?.optional} />}
    </>
  );
  const described = field ? describe(field, hint) : undefined;
  return (
    <fieldset
      className={`min-w-0 ${field?.error ? "border-l-4 border-bad-edge pl-4" : ""}`}
      aria-describedby={described?.["aria-describedby"]}
    >
      <legend className={heading ? "" : "font-semibold"}>
        {heading ? <h1 className="text-2xl sm:text-3xl">{words}</h1> : words}
      </legend>
      {field ? (
        <HintAndError field={field} hint={hint} />
      ) : (
        hint && <p className="mt-1 text-ink-soft">{hint}</p>
      )}
      <div className="mt-3">{children}</div>
    </fieldset>
  );
}
