import type { ReactNode } from "react";

/** A part of a long form: its heading beside two columns of fields. */
export function FormSection({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-t border-line pt-6 lg:grid-cols-[12rem_minmax(0,1fr)]">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        {hint && <p className="mt-1 text-sm text-ink-soft">{hint}</p>}
      </div>
      <div className="grid gap-x-6 gap-y-(--field-gap) sm:grid-cols-2 [&>.wide]:sm:col-span-2">
        {children}
      </div>
    </section>
  );
}
