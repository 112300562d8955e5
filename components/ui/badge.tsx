import type { ReactNode } from "react";

export type Tone = "neutral" | "active" | "good" | "needs" | "warn" | "bad";

const looks: Record<Tone, string> = {
  neutral: "text-ink-soft",
  active: "bg-main-wash text-main",
  good: "bg-good-wash text-good-ink",
  needs: "bg-needs-wash text-needs-ink",
  warn: "bg-warn-wash text-warn-ink",
  bad: "bg-bad-wash text-bad-ink",
};

/** A shape for each tone, so that nobody has to tell colours apart: ring, half, tick, diamond, triangle, cross. */
const shapes: Record<Tone, ReactNode> = {
  neutral: <circle cx="6" cy="6" r="3.5" stroke="currentColor" strokeWidth="1.5" />,
  active: (
    <>
      <circle cx="6" cy="6" r="4" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  good: <path d="M2 6.5 5 9.5l5-7" stroke="currentColor" strokeWidth="1.8" />,
  needs: <path d="M6 1l5 5-5 5-5-5z" fill="currentColor" />,
  warn: <path d="M6 1.5 11 10.5H1z" fill="currentColor" />,
  bad: <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" stroke="currentColor" strokeWidth="2" />,
};

/** A state in one or two words. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded border border-transparent px-2 text-sm leading-5.5 font-medium whitespace-nowrap ${looks[tone]}`}
    >
      <svg
        viewBox="0 0 12 12"
        className="size-3 shrink-0"
        fill="none"
        strokeLinecap="round"
        aria-hidden="true"
      >
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}
