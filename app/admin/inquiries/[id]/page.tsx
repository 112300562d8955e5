import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { may } from "@/lib/core/context";
import { listInboundMailsOf } from "@/lib/domain/inbox/list-inbound-mails";
import { getInquiry, type InquiryView } from "@/lib/domain/inquiries/get-inquiry";
import { formatDate, telephoneLink } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import type { SearchParams } from "@/lib/web/search-params";
import { Done } from "../../done";
import { AnswerCard } from "./answer-card";
import { CallCard } from "./call-card";
import { InboundMails } from "./inbound-mails";
import { InquiryTimeline } from "./inquiry-timeline";
import { NextStepCard } from "./next-step-card";
import { PeopleCard } from "./people-card";
import { UndoApproval } from "./undo-approval";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffInquiries"))("title") };
}

/** One inquiry: whom it asks about, what happened, and the answer that came by phone. */
export default async function InquiryPage({ params, searchParams }: Props) {
  const ctx = await requireStaff("inquiries.read", paths.admin.inquiry((await params).id));
  const inquiry = await orNotFound(getInquiry(ctx, await idOf(params)));
  const t = await getTranslations("staffInquiries");
  const canReview = may(ctx, "inquiries.review");
  const planned = inquiry.calls.find((call) => call.status === "planned");
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.inquiries, label: t("title") }}
        title={inquiry.therapist.name}
        lead={t("about", { reference: inquiry.reference })}
        badge={<StatusBadge kind="inquiryStatus" status={inquiry.status} />}
        actions={
          inquiry.status === "proposed" ? (
            <ButtonLink href={paths.admin.match(inquiry.id)}>{t("reviewIt")}</ButtonLink>
          ) : (
            canReview && inquiry.status === "approved" && <UndoApproval inquiry={inquiry} />
          )
        }
      />
      <Done query={await searchParams} area="staffInquiries" />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          {canReview && planned && <CallCard call={planned} />}
          {canReview && <NextStepCard inquiry={inquiry} now={ctx.now} />}
          {canReview && inquiry.sentAt && inquiry.status !== "cancelled" && <AnswerCard inquiry={inquiry} />}
          <PeopleCard inquiry={inquiry} />
          <InboundMails rows={await listInboundMailsOf(ctx, inquiry.id)} />
        </div>
        <div className="grid gap-5">
          <PracticeCard inquiry={inquiry} now={ctx.now} />
          <Card title={t("timeline.title")}>
            <InquiryTimeline inquiry={inquiry} now={ctx.now} showMails={may(ctx, "mail.read")} />
          </Card>
        </div>
      </div>
    </>
  );
}

async function PracticeCard({ inquiry, now }: { inquiry: InquiryView; now: Date }) {
  const [t, reasons, locale] = [
    await getTranslations("staffInquiries.facts"),
    await getTranslations("staffInquiries.cancelReasons"),
    await getLocale(),
  ];
  const { therapist, practice, cancelReason } = inquiry;
  const cools = practice.coolingUntil && practice.coolingUntil > now;
  const known = cancelReason && (reasons as unknown as { has: (key: string) => boolean }).has(cancelReason);
  return (
    <Card title={t("title")}>
      <DescriptionList
        items={[
          {
            term: t("name"),
            details: (
              <Link href={paths.admin.therapist(therapist.id)} prefetch={false} className="link">
                {therapist.name}
              </Link>
            ),
          },
          { term: t("practice"), details: practice.name },
          { term: t("email"), details: practice.email },
          {
            term: t("phone"),
            details: therapist.phone && (
              <a href={telephoneLink(therapist.phone)} className="link">
                {therapist.phone}
              </a>
            ),
          },
          {
            term: t("cooling"),
            details: cools && practice.coolingUntil ? formatDate(practice.coolingUntil, locale) : null,
          },
          {
            term: t("reason"),
            details: cancelReason && (known ? reasons(cancelReason as "other") : reasons("other")),
          },
        ]}
      />
    </Card>
  );
}
