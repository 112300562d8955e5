import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { InquiryMail, InquiryView } from "@/lib/domain/inquiries/get-inquiry";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";

type Props = { inquiry: InquiryView; now: Date; showMails: boolean };
type Moment = { at: Date | null; title: string; href?: string; isAhead?: boolean };

/** What happened to an inquiry, in order, and what comes next. */
export function InquiryTimeline({ inquiry, now, showMails }: Props) {
  const t = useTranslations("staffInquiries.timeline");
  const locale = useLocale();
  const moments = [...useSteps(inquiry), ...useAnswers(inquiry), ...useContacts(inquiry, now, showMails)];
  // As long as the mail that asks waits, it is what comes next: what runs from it has not begun.
  const asks = inquiry.mails.some(({ template, status }) => template === "inquiry" && status === "queued");
  const entries: TimelineEntry[] = moments
    .filter((moment): moment is Moment & { at: Date } => moment.at !== null)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, title, href, isAhead }) => ({
      when: formatDateTime(at, locale),
      dateTime: at.toISOString(),
      title: href ? (
        <Link href={href} prefetch={false} className="link">
          {title}
        </Link>
      ) : (
        title
      ),
      state: isAhead || at > now ? "next" : "done",
    }));
  const { next } = inquiry;
  if (next.action === "person")
    entries.push({ when: t("held.now"), title: t(`held.${next.because}`), state: "now" });
  else if (next.at && !asks)
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
  const isMailed = inquiry.mails.some(({ template }) => template === "inquiry");
  const closed = status === "answered" || status === "expired" || status === "cancelled" ? status : null;
  return [
    { at: inquiry.createdAt, title: t("proposed") },
    { at: inquiry.approvedAt, title: approvedBy ? t("approvedBy", { name: approvedBy }) : t("approved") },
    // The mail that asks says itself whether it left.
    { at: isMailed ? null : inquiry.sentAt, title: t(inquiry.channel === "phone" ? "toCall" : "sent") },
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

/** A mail as it stands: whether it left, waits and for what, or never will. */
function useMailWords(now: Date): (mail: InquiryMail, name: string) => string {
  const t = useTranslations("staffInquiries.timeline.mails");
  return ({ status, bouncedAt, expected }, template) => {
    if (bouncedAt) return t("bounced", { template });
    if (status !== "queued") return t(status, { template });
    if (expected?.because) return t(`waits.${expected.because}`, { template });
    return t(expected?.at && expected.at > now ? "waits.later" : "waits.soon", { template });
  };
}

function useContacts(inquiry: InquiryView, now: Date, showMails: boolean): Moment[] {
  const t = useTranslations("staffInquiries.timeline");
  const words = useTranslations("staffMail.templates") as unknown as {
    (key: string): string;
    has: (key: string) => boolean;
  };
  const say = useMailWords(now);
  const mails = inquiry.mails.map((mail): Moment => {
    const { id, template, status, createdAt, sentAt, expected } = mail;
    return {
      at: sentAt ?? expected?.at ?? (status === "queued" ? now : createdAt),
      title: say(mail, words.has(template) ? words(template) : template),
      href: showMails ? paths.admin.mailItem(id) : undefined,
      isAhead: status === "queued" || status === "sending",
    };
  });
  // A call that was called off before its time never came about: what comes instead is said by itself.
  const reachedUntil = inquiry.closedAt ?? now;
  const calls = inquiry.calls
    .filter(({ status, plannedAt }) => status !== "cancelled" || plannedAt <= reachedUntil)
    .map(({ status, plannedAt, doneAt }) => ({ at: doneAt ?? plannedAt, title: t(callWords[status]) }));
  return [...mails, ...calls];
}
