import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-6 rounded border border-b-2 border-edge bg-sheet px-1.5 text-center font-sans text-sm leading-5">
      {children}
    </kbd>
  );
}
