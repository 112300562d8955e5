import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";

/** What was attached: by what it really is, and why something was not taken. */
export function Attachments({ mail }: { mail: InboundMailView }) {
  const t = useTranslations("staffInbox.attachments");
  const locale = useLocale();
  if (mail.attachments.length === 0) return null;
  return (
    <Card title={t("title")} heading="h3">
      <ul className="grid gap-3">
        {mail.attachments.map(({ id, name, size, type, refused }) => (
          <li key={id} className="min-w-0">
            <p className="font-semibold wrap-anywhere">{name || t("unnamed")}</p>
            <p className="text-sm text-ink-soft">
              {[type && t(`types.${type}`), fileSize(size, locale)].filter(Boolean).join(" · ")}
            </p>
            {refused && <p className="text-sm text-warn-ink">{t(`refused.${refused}`)}</p>}
            {type && (
              <a href={paths.admin.inboxAttachment(mail.id, id)} download className="link text-sm">
                {t("download", { name: name || t("unnamed") })}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-ink-soft">{t("unsure")}</p>
    </Card>
  );
}

function fileSize(bytes: number, locale: "de" | "en"): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), locale)} kB`;
  return `${formatNumber(bytes / 1_000_000, locale, 1)} MB`;
}
