import type { ComponentProps, ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "className"> & {
  type: "radio" | "checkbox";
  label: ReactNode;
  hint?: ReactNode;
};

/** A radio button or checkbox as a card: the whole card is the target. */
export function ChoiceCard({ label, hint, ...input }: Props) {
  return (
    <label className="relative flex min-h-(--control) cursor-pointer gap-3 rounded border border-edge bg-sheet px-4 py-[calc((var(--control)-1.5em-2px)/2)] hover:border-ink-soft has-checked:border-main has-checked:bg-main-wash has-checked:shadow-[inset_0_0_0_1px_var(--color-main)] has-disabled:cursor-default has-disabled:bg-well has-disabled:text-ink-soft has-focus-visible:outline-3 has-focus-visible:outline-focus">
      <input {...input} className="mt-[0.2em] size-[1.15em] shrink-0 focus-visible:outline-none" />
      <span className="min-w-0">
        {label}
        {hint && <span className="mt-0.5 block text-ink-soft">{hint}</span>}
      </span>
    </label>
  );
}
