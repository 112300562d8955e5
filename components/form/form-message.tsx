import type { ReactNode } from "react";

type Props = { tone: "good" | "bad"; children: ReactNode };

const looks = {
  good: "border-good-edge bg-good-wash text-good-ink",
  bad: "border-bad-edge bg-bad-wash text-bad-ink",
};

/** One sentence about what a form did, announced when it appears. */
export function FormMessage({ tone, children }: Props) {
  return (
    <p role={tone === "bad" ? "alert" : "status"} className={`rounded border-l-4 px-4 py-3 ${looks[tone]}`}>
      {children}
    </p>
  );
}
