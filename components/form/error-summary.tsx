"use client";

import { useEffect, useRef } from "react";
import { useForm } from "./form-context";
import { fieldId } from "./form-state";

/** What to change, on top of the form, each sentence a link to its field; takes the focus when it appears. */
export function ErrorSummary() {
  const { formId, state, words } = useForm();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [state]);
  const errors = Object.entries(state.errors);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      autoFocus
      className="rounded border-2 border-bad-edge bg-sheet p-5 text-ink"
      data-error-summary
    >
      <h2 className="font-semibold text-bad-ink">{words.summaryTitle}</h2>
      {state.message && <p className="mt-2">{state.message}</p>}
      {errors.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {errors.map(([name, sentence]) => (
            <li key={name}>
              <a
                href={`#${fieldId(formId, name)}`}
                className="inline-block py-0.5 font-medium text-bad-ink underline"
              >
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
