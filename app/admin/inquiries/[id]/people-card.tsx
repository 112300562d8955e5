import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { InquiryItemView, InquiryView } from "@/lib/domain/inquiries/get-inquiry";
import { formatDate, formatDistance, formatMinutes } from "@/lib/format";
import { paths } from "@/lib/paths";

/** Everyone an inquiry asks about, and what was said about them. */
export function PeopleCard({ inquiry }: { inquiry: InquiryView }) {
  const t = useTranslations("staffInquiries.people");
  // Before it is sent nobody is waited for.
  const isAsked = inquiry.status !== "proposed" && inquiry.status !== "approved";
  return (
    <Card title={t("title")}>
      <ol>
        {inquiry.items.map((item) => (
          <Person key={item.id} item={item} isAsked={isAsked} />
        ))}
      </ol>
    </Card>
  );
}

function Person({ item, isAsked }: { item: InquiryItemView; isAsked: boolean }) {
  const t = useTranslations("staffInquiries.people");
  const reasons = useTranslations("vocabulary.unsuitableReason");
  const locale = useLocale();
  const facts = [item.age === null ? null : t("age", { age: item.age }), useDistance(item)];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-b-0">
      <div className="min-w-0">
        <Link href={paths.admin.patient(item.patientId)} prefetch={false} className="link font-semibold">
          {item.patientName}
        </Link>
        <p className="text-sm text-ink-soft">{facts.filter(Boolean).join(" · ")}</p>
        {item.offered && <p className="text-sm">{t("offered")}</p>}
        {item.laterOn && <p className="text-sm">{t("later", { date: formatDate(item.laterOn, locale) })}</p>}
        {item.reason && <p className="text-sm">{reasons(item.reason)}</p>}
        {item.note && (
          <p className="text-sm">
            <span className="text-ink-soft">{t("note")}:</span> {item.note}
          </p>
        )}
      </div>
      {(isAsked || item.outcome !== "pending") && <StatusBadge kind="itemOutcome" status={item.outcome} />}
    </li>
  );
}

function useDistance({ distanceKm, travelMinutes, travelEstimated }: InquiryItemView): string | null {
  const t = useTranslations("staffInquiries.people");
  const locale = useLocale();
  if (distanceKm === null) return null;
  const distance = formatDistance(distanceKm * 1000, locale);
  if (travelMinutes === null) return distance;
  return t(travelEstimated ? "estimated" : "distance", {
    distance,
    minutes: formatMinutes(travelMinutes, locale),
  });
}
