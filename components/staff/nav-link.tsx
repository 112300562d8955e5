"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = { href: string; exact?: boolean; children: ReactNode };

/** A link of the desk's navigation: knows whether one is there, and closes the menu that it is in. */
export function NavLink({ href, exact = false, children }: Props) {
  const pathname = usePathname();
  const here = exact ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]:popover-open")?.hidePopover()}
      className="flex min-h-9 items-center gap-3 rounded px-3 py-1 hover:bg-line/60 aria-[current=page]:bg-main-wash aria-[current=page]:font-semibold aria-[current=page]:text-main pointer-coarse:min-h-11"
    >
      {children}
    </Link>
  );
}
