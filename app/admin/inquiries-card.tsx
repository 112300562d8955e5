import Link from "next/link";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { InquiryRow } from "@/lib/domain/inquiries/list-inquiries";
import { formatDateShort } from "@/lib/format";
import { paths } from "@/lib/paths";

type Props = {
  title: string;
  rows: InquiryRow[];
  /** What a line is called: the therapist, or the reference. */
  label: (row: InquiryRow) => ReactNode;
  empty: string;
  more?: { href: string; label: string };
};

/** The latest inquiries about a patient or to a therapist. */
export function InquiriesCard({ title, rows, label, empty, more }: Props) {
  const locale = useLocale();
  return (
    <Card title={title}>
      {rows.length === 0 && <p className="text-ink-soft">{empty}</p>}
      <ul>
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0"
          >
            <span>
              <Link href={paths.admin.inquiry(row.id)} prefetch={false} className="link">
                {label(row)}
              </Link>
              <span className="block text-sm text-ink-soft tabular-nums">
                {row.reference} · {formatDateShort(row.sentAt ?? row.createdAt, locale)}
              </span>
            </span>
            <StatusBadge kind="inquiryStatus" status={row.status} />
          </li>
        ))}
      </ul>
      {more && (
        <p className="mt-2">
          <ButtonLink href={more.href} variant="plain">
            {more.label}
          </ButtonLink>
        </p>
      )}
    </Card>
  );
}
