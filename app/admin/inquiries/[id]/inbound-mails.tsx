import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { InboundRow } from "@/lib/domain/inbox/list-inbound-mails";
import { formatDateTimeShort } from "@/lib/format";
import { paths } from "@/lib/paths";

/** The mails that came in about an inquiry, newest first. */
export function InboundMails({ rows }: { rows: InboundRow[] }) {
  const t = useTranslations("staffInquiries.inbound");
  const words = useTranslations("staffInbox");
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="grid gap-2">
        {rows.map((row) => (
          <li key={row.id}>
            <Link href={paths.admin.inboxMail(row.id)} prefetch={false} className="link">
              {row.subject || words("row.noSubject")}
            </Link>
            <p className="text-sm text-ink-soft">
              {formatDateTimeShort(row.receivedAt, locale)} · {row.from || words("row.noSender")} ·{" "}
              {words(`kinds.${row.kind}`)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
