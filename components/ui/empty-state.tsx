import type { ReactNode } from "react";

type Props = {
  /** What is not there. */
  title: ReactNode;
  /** Why, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
};

/** A list without entries. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="grid justify-items-center gap-2 rounded border border-dashed border-edge px-6 py-12 text-center">
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-120 text-ink-soft">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
