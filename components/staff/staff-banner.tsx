import type { ReactNode } from "react";

type Props = { tone?: "needs" | "danger" | "neutral"; children: ReactNode };

const looks = {
  neutral: "bg-well text-ink",
  needs: "bg-needs-wash text-needs-ink",
  danger: "bg-bad-wash text-bad-ink",
};

/** One line on top of the desk about the state of the installation. */
export function StaffBanner({ tone = "needs", children }: Props) {
  return (
    <div className={`border-b border-line px-4 py-2 text-sm sm:px-6 lg:px-8 [&_a]:underline ${looks[tone]}`}>
      {children}
    </div>
  );
}
