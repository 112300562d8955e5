import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ProposalLine, ProposalPage } from "@/lib/domain/inquiries/list-proposals";
import { paths, withQuery } from "@/lib/paths";

type Props = { list: ProposalPage; selectedId: string | undefined };

/** The proposals of one page in a line or two each, and the way to the pages beside it. */
export function ProposalList({ list, selectedId }: Props) {
  const t = useTranslations("staffMatches");
  return (
    <nav
      aria-label={t("list")}
      className="rounded border border-line bg-sheet lg:max-h-[calc(100dvh-11rem)] lg:overflow-y-auto"
    >
      <ul>
        {list.lines.map((proposal) => (
          <li key={proposal.id} className="border-b border-line last:border-b-0">
            <ProposalLink proposal={proposal} selected={proposal.id === selectedId} />
          </li>
        ))}
      </ul>
      {list.pages > 1 && <Pages list={list} />}
    </nav>
  );
}

function Pages({ list: { page, pages } }: { list: ProposalPage }) {
  const t = useTranslations("common.pages");
  const to = (number: number) => withQuery(paths.admin.matches, { page: number });
  return (
    <p className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-2 py-1.5 tabular-nums">
      {page > 1 && (
        <Link rel="prev" href={to(page - 1)} prefetch={false} className={buttonClass("plain")}>
          {t("previous")}
        </Link>
      )}
      <span className="px-2 text-ink-soft">{t("position", { page, pages })}</span>
      {page < pages && (
        <Link rel="next" href={to(page + 1)} prefetch={false} className={buttonClass("plain")}>
          {t("next")}
        </Link>
      )}
    </p>
  );
}

function ProposalLink({ proposal, selected }: { proposal: ProposalLine; selected: boolean }) {
  const t = useTranslations("staffMatches.item");
  const { therapistName, city, people, channel, checks, urgency } = proposal;
  return (
    <Link
      href={paths.admin.match(proposal.id)}
      prefetch={false}
      scroll={false}
      aria-current={selected ? "true" : undefined}
      data-selected={selected || undefined}
      className="block px-4 py-2.5 hover:bg-well focus-visible:-outline-offset-3 aria-[current=true]:bg-main-wash aria-[current=true]:shadow-[inset_3px_0_0_var(--color-main)]"
    >
      <span className="block truncate font-semibold">{therapistName}</span>
      <span className="block text-sm text-ink-soft">
        {[city, t("line", { count: people })].filter(Boolean).join(" · ")}
      </span>
      {(checks > 0 || channel === "phone" || urgency !== "normal") && (
        <span className="mt-1 flex flex-wrap gap-1.5">
          {urgency !== "normal" && <StatusBadge kind="urgency" status={urgency} />}
          {checks > 0 && <Badge tone="warn">{t("checks", { count: checks })}</Badge>}
          {channel === "phone" && <Badge>{t("byPhoneShort")}</Badge>}
        </span>
      )}
    </Link>
  );
}
