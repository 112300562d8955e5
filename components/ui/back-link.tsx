import type { ReactNode } from "react";

type Props = { href: string; children: ReactNode };

/** The way back, above the title of a page. */
export function BackLink({ href, children }: Props) {
  return (
    <a
      href={href}
      data-no-print
      className="mb-2 inline-flex min-h-(--control) items-center gap-2 text-ink-soft underline-offset-4 hover:text-ink hover:underline"
    >
      <svg viewBox="0 0 12 12" className="size-3" fill="none" aria-hidden="true">
        <path
          d="M8 2 4 6l4 4"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {children}
    </a>
  );
}
