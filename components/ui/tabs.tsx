import Link from "next/link";
import type { ReactNode } from "react";

export type Tab = { href: string; label: ReactNode; count?: ReactNode; current: boolean };

type Props = { label: string; tabs: readonly Tab[] };

/** Views of the same thing, each with its own address. */
export function Tabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} data-no-print className="mb-4 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map(({ href, label: words, count, current }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              className="-mb-px flex min-h-(--control) items-center gap-2 border-b-3 border-transparent px-3 whitespace-nowrap text-ink-soft hover:border-edge hover:text-ink focus-visible:-outline-offset-3 aria-[current=page]:border-main aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {words}
              {count !== undefined && <span className="font-normal text-ink-soft tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
