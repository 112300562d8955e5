import type { ReactNode } from "react";

type Props = {
  /** neutral: good to know; needs: something is to be done; danger: something may be lost; good: it worked. */
  tone?: "neutral" | "needs" | "danger" | "good";
  title?: ReactNode;
  children: ReactNode;
};

const looks = {
  neutral: "border-edge bg-well text-ink",
  needs: "border-needs-edge bg-needs-wash text-needs-ink",
  danger: "border-bad-edge bg-bad-wash text-bad-ink",
  good: "border-good-edge bg-good-wash text-good-ink",
};

/** A remark that stands out from the text around it. */
export function Notice({ tone = "neutral", title, children }: Props) {
  return (
    <div className={`max-w-measure border-l-4 px-5 py-4 ${looks[tone]}`}>
      {title && <p className="mb-1 font-semibold">{title}</p>}
      <div className="[&>p+p]:mt-2">{children}</div>
    </div>
  );
}
