"use client";

import type { ReactNode } from "react";
import { useForm } from "../form/form-context";
import { More } from "./more";

type Props = { summary: ReactNode; children: ReactNode };

/** The fields of a form that most visits do not need; stands open again when the form comes back with errors. */
export function FormMore({ summary, children }: Props) {
  const { state } = useForm();
  return (
    <More summary={summary} open={state.status !== "idle" || undefined}>
      <div className="grid gap-(--field-gap)">{children}</div>
    </More>
  );
}
