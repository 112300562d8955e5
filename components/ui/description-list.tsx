import type { ReactNode } from "react";

export type Description = {
  term: ReactNode;
  /** Nothing is shown for null, undefined and "": give a word where "unknown" matters. */
  details: ReactNode;
  /** Where to change it. */
  action?: ReactNode;
};

type Props = {
  items: readonly Description[];
  /** wide: term beside details in lines, for answers to check; compact: for facts at the desk. */
  look?: "wide" | "compact";
};

/** Terms and what they are, such as the answers before sending or the facts of a record. */
export function DescriptionList({ items, look = "compact" }: Props) {
  const wide = look === "wide";
  const shown = items.filter(({ details }) => details !== null && details !== undefined && details !== "");
  return (
    <dl className={wide ? "border-t border-line" : "grid gap-x-8 gap-y-3 sm:grid-cols-2"}>
      {shown.map(({ term, details, action }, index) => (
        <div
          key={index}
          className={
            wide
              ? "grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[12rem_1fr_auto]"
              : "grid content-start gap-0.5"
          }
        >
          <dt className={wide ? "font-semibold" : "text-sm text-ink-soft"}>{term}</dt>
          <dd className="min-w-0 whitespace-pre-line">{details}</dd>
          {action && <dd className={wide ? "sm:text-right" : ""}>{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
