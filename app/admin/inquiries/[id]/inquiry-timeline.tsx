import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { InquiryView } from "@/lib/domain/inquiries/get-inquiry";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";

type Props = { inquiry: InquiryView; now: Date; showMails: boolean };
type Moment = { at: Date | null; title: string; href?: string };

/** What happened to an inquiry, in order, and what comes next. */
export function InquiryTimeline({ inquiry, now, showMails }: Props) {
  const t = useTranslations("staffInquiries.timeline");
  const locale = useLocale();
  const moments = [...useSteps(inquiry), ...useAnswers(inquiry), ...useContacts(inquiry, showMails)];
  const entries: TimelineEntry[] = moments
    .filter((moment): moment is Moment & { at: Date } => moment.at !== null)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, title, href }) => ({
      when: formatDateTime(at, locale),
      dateTime: at.toISOString(),
      title: href ? (
        <Link href={href} prefetch={false} className="link">
          {title}
        </Link>
      ) : (
        title
      ),
      state: at > now ? "next" : "done",
    }));
  const { next } = inquiry;
  if (next.action === "person")
    entries.push({ when: t("held.now"), title: t(`held.${next.because}`), state: "now" });
  else if (next.at)
    entries.push({
      when: formatDateTime(next.at, locale),
      dateTime: next.at.toISOString(),
      title: t(`next.${next.action}`),
      state: "next",
    });
  return <Timeline entries={entries} />;
}

function useSteps(inquiry: InquiryView): Moment[] {
  const t = useTranslations("staffInquiries.timeline");
  const { status, approvedBy, closedAt } = inquiry;
  const closed = status === "answered" || status === "expired" || status === "cancelled" ? status : null;
  return [
    { at: inquiry.createdAt, title: t("proposed") },
    { at: inquiry.approvedAt, title: approvedBy ? t("approvedBy", { name: approvedBy }) : t("approved") },
    { at: inquiry.sentAt, title: t("sent") },
    { at: inquiry.remindedAt, title: t("reminded") },
    { at: inquiry.objectedAt, title: t("objected") },
    { at: closed && closedAt, title: closed ? t(closed) : "" },
  ];
}

function useAnswers(inquiry: InquiryView): Moment[] {
  const t = useTranslations("staffInquiries.timeline");
  const words = useTranslations("vocabulary.itemOutcome");
  return inquiry.items.map((item) => ({
    at: item.outcome === "pending" ? null : item.outcomeAt,
    title: t("itemAnswered", { name: item.patientName, outcome: words(item.outcome) }),
  }));
}

const callWords = {
  planned: "call",
  done: "callDone",
  failed: "callFailed",
  cancelled: "callCancelled",
} as const;

function useContacts(inquiry: InquiryView, showMails: boolean): Moment[] {
  const t = useTranslations("staffInquiries.timeline");
  const words = useTranslations("staffMail.templates") as unknown as {
    (key: string): string;
    has: (key: string) => boolean;
  };
  const mails = inquiry.mails.map(({ id, template, createdAt, sentAt }) => ({
    at: sentAt ?? createdAt,
    title: t("mail", { template: words.has(template) ? words(template) : template }),
    href: showMails ? paths.admin.mailItem(id) : undefined,
  }));
  const calls = inquiry.calls.map(({ status, plannedAt, doneAt }) => ({
    at: doneAt ?? plannedAt,
    title: t(callWords[status]),
  }));
  return [...mails, ...calls];
}
