import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { FormFailure } from "@/components/staff/form-failure";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { explainFit } from "@/lib/domain/matching/fits/explain-fit";
import type { PairExplanation } from "@/lib/domain/matching/fits/explain-pair";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, isId, orNotFound } from "@/lib/web/page";
import { FactLinks } from "../../../../fits/fact-links";
import { RuleList } from "../../../../fits/rule-list";
import { proposePairAction } from "./actions";

type Props = { params: Promise<{ id: string; therapistId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffFits"))("pair.title") };
}

export default async function FitPage({ params }: Props) {
  const ctx = await requireStaff("patients.read", paths.admin.patientFits((await params).id));
  const [patientId, { therapistId }, locale, t] = [
    await idOf(params),
    await params,
    await getLocale(),
    await getTranslations("staffFits"),
  ];
  if (!isId(therapistId)) notFound();
  const pair = { patientId, therapistId };
  const fit = await orNotFound(explainFit(ctx, pair, locale));
  const { explanation, missing } = fit;
  const canWrite = { patient: may(ctx, "patients.write"), therapist: may(ctx, "therapists.write") };
  return (
    <>
      <PageHeader
        back={{
          href: paths.admin.patientFits(patientId),
          label: t("backToList", { name: fit.patientName }),
        }}
        title={t("pair.heading", { patient: fit.patientName, therapist: fit.therapistName })}
        badge={explanation && <Verdict explanation={explanation} />}
      />
      <div className="grid max-w-page gap-5">
        <p className="flex flex-wrap gap-x-4 gap-y-2">
          <Link href={paths.admin.patient(patientId)} prefetch={false} className="link">
            {t("pair.patient")}
          </Link>
          <Link href={paths.admin.therapist(therapistId)} prefetch={false} className="link">
            {t("pair.therapist")}
          </Link>
          <Link href={paths.admin.therapistFits(therapistId)} prefetch={false} className="link">
            {t("backToList", { name: fit.therapistName })}
          </Link>
        </p>
        {!explanation && <Notice tone="needs">{t("noSearch")}</Notice>}
        {fit.waitingInquiryId && (
          <Notice>
            {t("pair.waiting")}{" "}
            <Link href={paths.admin.match(fit.waitingInquiryId)} prefetch={false} className="link">
              {t("pair.openWaiting")}
            </Link>
          </Notice>
        )}
        {missing.length > 0 && (
          <Card title={t("pair.resolve")}>
            <FactLinks facts={missing} {...pair} canWrite={canWrite} />
          </Card>
        )}
        {explanation && explanation.verdict !== "out" && may(ctx, "inquiries.review") && (
          <ActionForm action={proposePairAction} id="propose" summary={false} className="grid gap-3">
            <FormFailure />
            <input type="hidden" name="patientId" value={patientId} />
            <input type="hidden" name="therapistId" value={therapistId} />
            {fit.usedUpContacts !== null && (
              <Notice tone="needs">
                {t("pair.usedUp", { count: fit.usedUpContacts })}
                <input type="hidden" name="beyondBudget" value="yes" />
              </Notice>
            )}
            <p className="text-ink-soft">{t("pair.proposeLead")}</p>
            <div>
              <SubmitButton>
                {fit.usedUpContacts === null ? t("pair.propose") : t("pair.proposeBeyond")}
              </SubmitButton>
            </div>
          </ActionForm>
        )}
        {explanation && (
          <Card title={t("pair.rules")}>
            <RuleList rules={explanation.rules} />
          </Card>
        )}
      </div>
    </>
  );
}

const tones: Record<string, Tone> = { fit: "good", check: "warn", undetermined: "warn", out: "bad" };

async function Verdict({ explanation: { verdict, undetermined } }: { explanation: PairExplanation }) {
  const t = await getTranslations("staffFits.pair.verdicts");
  const shown = undetermined ? "undetermined" : verdict;
  return <Badge tone={tones[shown]}>{t(shown)}</Badge>;
}
