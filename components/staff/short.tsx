import type { ReactNode } from "react";

type Props = { tight?: boolean; children: ReactNode };

/** A name or a place in a table: one line where there is room, cut off where there is not. */
export function Short({ tight = false, children }: Props) {
  return <span className={`md:block md:truncate ${tight ? "md:max-w-44" : "md:max-w-54"}`}>{children}</span>;
}
