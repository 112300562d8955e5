import type { ReactNode } from "react";

/** A name or a place in a table: one line where there is room, cut off where there is not. */
export function Short({ children }: { children: ReactNode }) {
  return <span className="md:block md:max-w-56 md:truncate">{children}</span>;
}
