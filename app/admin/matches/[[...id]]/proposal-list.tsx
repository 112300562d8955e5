import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Proposal } from "@/lib/domain/inquiries/list-proposals";
import { urgencies } from "@/lib/domain/vocabulary";
import { paths } from "@/lib/paths";

type Props = { proposals: Proposal[]; selectedId: string | undefined };

/** Every proposal in a line or two, oldest first. */
export function ProposalList({ proposals, selectedId }: Props) {
  const t = useTranslations("staffMatches");
  return (
    <nav
      aria-label={t("list")}
      className="rounded border border-line bg-sheet lg:sticky lg:top-4 lg:max-h-[calc(100dvh-11rem)] lg:overflow-y-auto"
    >
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.id} className="border-b border-line last:border-b-0">
            <ProposalLink proposal={proposal} selected={proposal.id === selectedId} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ProposalLink({ proposal, selected }: { proposal: Proposal; selected: boolean }) {
  const t = useTranslations("staffMatches.item");
  const { therapist, items, channel } = proposal;
  const checks = items.reduce((sum, item) => sum + item.checks.length, 0);
  const urgency = urgencies.find((kind) => items.some((item) => item.urgency === kind)) ?? "normal";
  return (
    <Link
      href={paths.admin.match(proposal.id)}
      prefetch={false}
      scroll={false}
      aria-current={selected ? "true" : undefined}
      data-selected={selected || undefined}
      className="block px-4 py-2.5 hover:bg-well focus-visible:-outline-offset-3 aria-[current=true]:bg-main-wash aria-[current=true]:shadow-[inset_3px_0_0_var(--color-main)]"
    >
      <span className="block truncate font-semibold">{therapist.name}</span>
      <span className="block text-sm text-ink-soft">
        {[therapist.city, t("line", { count: items.length })].filter(Boolean).join(" · ")}
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
