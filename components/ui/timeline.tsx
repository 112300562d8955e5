import type { ReactNode } from "react";

export type TimelineEntry = {
  /** As people say it: "heute", "18. November 2026". */
  when: ReactNode;
  /** For machines: ISO date or instant. */
  dateTime?: string;
  title: ReactNode;
  children?: ReactNode;
  /** done: behind us; now: this is where we are; next: planned. */
  state?: "done" | "now" | "next";
};

const dots = {
  done: "border-main bg-main",
  now: "border-needs-edge bg-accent",
  next: "border-edge bg-paper",
};

/** What happened and what comes, one under the other along a line. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="relative">
      {entries.map(({ when, dateTime, title, children, state = "done" }, index) => (
        <li
          key={index}
          aria-current={state === "now" ? "step" : undefined}
          className="relative pb-6 pl-8 before:absolute before:top-3 before:bottom-[-0.75rem] before:left-[0.4375rem] before:w-0.5 before:bg-line last:pb-0 last:before:hidden"
        >
          <span
            aria-hidden="true"
            className={`absolute top-1.5 left-0 size-4 rounded-full border-2 ${dots[state]}`}
          />
          <p className="font-semibold">{title}</p>
          <p className="text-[0.9em] text-ink-soft">
            <time dateTime={dateTime}>{when}</time>
          </p>
          {children && <div className="mt-1">{children}</div>}
        </li>
      ))}
    </ol>
  );
}
