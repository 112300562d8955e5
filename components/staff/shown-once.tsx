"use client";

import { textOf } from "../form/form-state";
import { useForm } from "../form/form-context";

/** A secret that the form has just made: one click selects it, and it is gone with the page. */
export function ShownOnce({ name }: { name: string }) {
  const { state } = useForm();
  const secret = state.status === "done" && textOf(state.values, name);
  if (!secret) return null;
  return (
    <code className="block rounded border border-edge bg-sheet px-4 py-3 font-mono break-all select-all">
      {secret}
    </code>
  );
}
