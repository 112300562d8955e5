import type { ReactNode } from "react";
import type { FieldBinding } from "./form-context";

/** What every field can be given. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  /** One or two sentences under the label. */
  hint?: ReactNode;
  /** Says "freiwillig" beside the label; required fields are not marked. */
  optional?: boolean;
};

type Props = Omit<FieldProps, "name"> & { field: FieldBinding; children: ReactNode };

/** Label, hint and error around one control; the control takes its aria from `describe`. */
export function Field({ field, label, hint, optional, children }: Props) {
  return (
    <div className={field.error ? "border-l-4 border-bad-edge pl-4" : undefined}>
      <label htmlFor={field.id} className="block font-semibold">
        {label}
        {optional && <Optional word={field.words?.optional} />}
      </label>
      <HintAndError field={field} hint={hint} />
      <div className="mt-2">{children}</div>
    </div>
  );
}

/** The aria attributes of a control, or of a group of controls, that belongs to a field. */
export function describe(field: FieldBinding, hint: ReactNode) {
  const ids = [hint ? field.hintId : "", field.error ? field.errorId : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": field.error ? true : undefined };
}

export function Optional({ word }: { word: string | undefined }) {
  return word ? <span className="font-normal text-ink-soft"> ({word})</span> : null;
}

export function HintAndError({ field, hint }: { field: FieldBinding; hint: ReactNode }) {
  return (
    <>
      {hint && (
        <div id={field.hintId} className="mt-1 text-ink-soft">
          {hint}
        </div>
      )}
      {field.error && (
        <p id={field.errorId} className="mt-1 font-semibold text-bad-ink">
          <span className="sr-only">{field.words?.error} </span>
          {field.error}
        </p>
      )}
    </>
  );
}
