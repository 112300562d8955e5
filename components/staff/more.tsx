import type { ReactNode } from "react";

type Props = {
  summary: ReactNode;
  open?: boolean;
  /** Its key in the review. */ dataKey?: string;
  children: ReactNode;
};

/** A form or a detail that most visits do not need: opens in place, without a script. */
export function More({ summary, open, dataKey, children }: Props) {
  return (
    <details
      open={open}
      // Somebody may have opened it before the script was there.
      suppressHydrationWarning
      className="group rounded border border-line open:bg-sheet"
    >
      <summary
        data-key={dataKey}
        className="flex min-h-(--control) items-center gap-2 px-3 py-1 font-semibold marker:content-none hover:bg-well [&::-webkit-details-marker]:hidden"
      >
        <svg
          viewBox="0 0 12 12"
          className="size-3 shrink-0 group-open:rotate-90"
          fill="none"
          aria-hidden="true"
        >
          <path
            d="M4 2l4 4-4 4"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        {summary}
      </summary>
      <div className="p-3 pt-2 sm:p-4">{children}</div>
    </details>
  );
}
