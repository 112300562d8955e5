import type { ReactNode } from "react";
import { BackLink } from "./back-link";

type Props = {
  title: ReactNode;
  /** One sentence under the title: a count, what this page is for. */
  lead?: ReactNode;
  /** A badge beside the title. */
  badge?: ReactNode;
  back?: { href: string; label: ReactNode };
  /** The buttons of the page, the main one first. */
  actions?: ReactNode;
};

/** Title and actions of a page of the desk. */
export function PageHeader({ title, lead, badge, back, actions }: Props) {
  return (
    <header className="mb-5">
      {back && <BackLink href={back.href}>{back.label}</BackLink>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xl sm:text-2xl">
            {title}
            {badge && <span className="text-base font-normal tracking-normal">{badge}</span>}
          </h1>
          {lead && <p className="mt-1 text-ink-soft">{lead}</p>}
        </div>
        {actions && (
          <div data-no-print className="flex flex-wrap gap-2">
            {actions}
          </div>
        )}
      </div>
    </header>
  );
}
