import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Forward } from "@/lib/domain/therapists/list-forwards";
import { formatDate } from "@/lib/format";
import { paths } from "@/lib/paths";

/** To whom the practice sent inquiries on. */
export function ForwardsCard({ forwards }: { forwards: Forward[] }) {
  const t = useTranslations("staffTherapists.forwards");
  const locale = useLocale();
  if (forwards.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="grid gap-2">
        {forwards.map(({ id, inquiryId, reference, at, email, name }) => (
          <li key={id}>
            <span className="wrap-anywhere">{name ? t("named", { name, email }) : email}</span>
            <span className="block text-sm text-ink-soft">
              {formatDate(at, locale)} ·{" "}
              <Link href={paths.admin.inquiry(inquiryId)} prefetch={false} className="link">
                {reference}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
