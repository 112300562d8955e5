import Link from "next/link";
import { useTranslations } from "next-intl";
import { type WorkLine, WorkList } from "@/components/staff/review/work-list";
import { buttonClass } from "@/components/ui/button-class";
import { urgencyTones } from "@/components/ui/status-badge";
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
      <WorkList lines={useLines(list.lines)} selected={selectedId && paths.admin.match(selectedId)} />
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

function useLines(proposals: ProposalLine[]): WorkLine[] {
  const t = useTranslations("staffMatches.item");
  const words = useTranslations("vocabulary.urgency");
  return proposals.map(({ id, therapistName, city, people, channel, checks, urgency }) => ({
    href: paths.admin.match(id),
    name: therapistName,
    about: [city, t("line", { count: people })].filter(Boolean).join(" · "),
    marks: [
      ...(urgency === "normal" ? [] : [{ tone: urgencyTones[urgency], text: words(urgency) }]),
      ...(checks > 0 ? [{ tone: "warn" as const, text: t("checks", { count: checks }) }] : []),
      ...(channel === "phone" ? [{ tone: "neutral" as const, text: t("byPhoneShort") }] : []),
    ],
  }));
}
