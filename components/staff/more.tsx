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
    // Somebody may have opened it before the script was there.
    <details open={open} suppressHydrationWarning className="more">
      <summary data-key={dataKey}>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
