import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { InboundRow, InboxView } from "@/lib/domain/inbox/list-inbound-mails";
import { formatDateShort, formatTime, isoDayOf } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { kindTones } from "./kind-tones";

export type Filter = { view: InboxView; page: number };

/** The address of a mail beside the list as it is shown. */
export const mailHref = (id: string, { view, page }: Filter) =>
  withQuery(paths.admin.inboxMail(id), { view, page: page > 1 ? page : null });

type Props = { rows: InboundRow[]; selectedId: string | undefined; filter: Filter; now: Date };

/** Every mail in three lines: who, about what, and what it seems to be. */
export function MailList({ rows, selectedId, filter, now }: Props) {
  const t = useTranslations("staffInbox");
  return (
    <nav
      aria-label={t("list")}
      className="rounded border border-line bg-sheet lg:sticky lg:top-4 lg:max-h-[calc(100dvh-11rem)] lg:overflow-y-auto"
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line last:border-b-0">
            <MailLink row={row} href={mailHref(row.id, filter)} selected={row.id === selectedId} now={now} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

type LinkProps = { row: InboundRow; href: string; selected: boolean; now: Date };

function MailLink({ row, href, selected, now }: LinkProps) {
  const t = useTranslations("staffInbox");
  const locale = useLocale();
  const isToday = isoDayOf(row.receivedAt) === isoDayOf(now);
  const when = isToday ? formatTime(row.receivedAt, locale) : formatDateShort(row.receivedAt, locale);
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={selected ? "true" : undefined}
      className="block px-4 py-2.5 hover:bg-well focus-visible:-outline-offset-3 aria-[current=true]:bg-main-wash aria-[current=true]:shadow-[inset_3px_0_0_var(--color-main)]"
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-semibold">{row.from || t("row.noSender")}</span>
        <span className="shrink-0 text-sm text-ink-soft tabular-nums">{when}</span>
      </span>
      <span className="block truncate">{row.subject || t("row.noSubject")}</span>
      <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
        <Badge tone={kindTones[row.kind]}>{t(`kinds.${row.kind}`)}</Badge>
        <span className="min-w-0 truncate">{row.about ?? t("row.unassigned")}</span>
        {row.attachments > 0 && <span>{t("row.attachments", { count: row.attachments })}</span>}
      </span>
    </Link>
  );
}
