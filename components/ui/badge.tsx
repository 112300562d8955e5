import type { ReactNode } from "react";

export type Tone = "neutral" | "active" | "good" | "needs" | "warn" | "bad";

/** A state in one or two words, with a shape for each tone (components/staff/desk.css). */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
