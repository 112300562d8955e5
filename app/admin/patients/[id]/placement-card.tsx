import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-field";
import { dayValues } from "@/components/form/form-state";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { FormMore } from "@/components/staff/form-more";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PatientPlacement } from "@/lib/domain/placements/list-patient-placements";
import {
  canFollow,
  failReasonsOf,
  openPlacementStatuses,
  reportedStages,
} from "@/lib/domain/placements/status";
import { formatDate, formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import {
  advancePlacementAction,
  agreeFirstTalkAction,
  confirmPlacementAction,
  failPlacementAction,
  takeBackStageAction,
} from "./placement-actions";

type Props = { patientId: string; placements: PatientPlacement[]; canWrite: boolean; hasAgreed: boolean };

/** What came of each acceptance, and each step that patient or practice told on the phone. */
export function PlacementCards({ patientId, placements, canWrite, hasAgreed }: Props) {
  return placements.map((placement) => (
    <PlacementCard
      key={placement.id}
      patientId={patientId}
      placement={placement}
      canWrite={canWrite}
      hasAgreed={hasAgreed}
    />
  ));
}

type CardProps = Omit<Props, "placements"> & { placement: PatientPlacement };

function PlacementCard({ patientId, placement, canWrite, hasAgreed }: CardProps) {
  const t = useTranslations("staffPatients.placement");
  const reasons = useTranslations("vocabulary.failReason");
  const locale = useLocale();
  const isOpen = openPlacementStatuses.some((open) => open === placement.status);
  const day = (at: Date | string | null) => at && formatDate(at, locale);
  return (
    <Card title={t("title")} aside={<StatusBadge kind="placementStatus" status={placement.status} />}>
      <DescriptionList
        items={[
          {
            term: t("practice"),
            details: (
              <Link href={paths.admin.inquiry(placement.inquiryId)} prefetch={false} className="link">
                {placement.therapist.name}
              </Link>
            ),
          },
          { term: t("acceptedAt"), details: day(placement.acceptedAt) },
          { term: t("confirmedAt"), details: day(placement.confirmedAt) },
          { term: t("firstTalkOn"), details: day(placement.firstTalkOn) },
          { term: t("firstTalkAt"), details: day(placement.firstTalkAt) },
          { term: t("trialSessionsAt"), details: day(placement.trialSessionsAt) },
          { term: t("startedAt"), details: day(placement.startedAt) },
          { term: t("endedAt"), details: day(placement.endedAt) },
          { term: t("endReason"), details: placement.endReason && reasons(placement.endReason) },
          {
            term: t("next"),
            details:
              isOpen &&
              t(`steps.${placement.next.action}`, {
                at: placement.next.at ? formatDateTime(placement.next.at, locale) : "",
              }),
          },
        ].map((item) => ({ ...item, details: item.details || null }))}
      />
      {canWrite && canFollow(placement.status, "failed") && (
        <div className="mt-4 grid gap-3 border-t border-line pt-4">
          {isOpen && (
            <Forward patientId={patientId} placement={placement} canWrite={canWrite} hasAgreed={hasAgreed} />
          )}
          {reportedStages.some((stage) => stage === placement.status) && (
            <TakeBack patientId={patientId} placement={placement} />
          )}
          <Fail patientId={patientId} placement={placement} />
        </div>
      )}
    </Card>
  );
}

type IdProps = Pick<CardProps, "patientId" | "placement">;

function Ids({ patientId, placement }: IdProps) {
  return (
    <>
      <input type="hidden" name="id" value={patientId} />
      <input type="hidden" name="placementId" value={placement.id} />
    </>
  );
}

function Forward({ patientId, placement, hasAgreed }: CardProps) {
  const t = useTranslations("staffPatients.placement");
  const ids = <Ids patientId={patientId} placement={placement} />;
  if (placement.status === "accepted")
    return (
      <ActionForm action={confirmPlacementAction} id={`confirm-${placement.id}`}>
        {ids}
        {!hasAgreed && <Checkbox name="identity" label={t("identity")} hint={t("identityHint")} />}
        <div>
          <SubmitButton>{t("confirm")}</SubmitButton>
        </div>
      </ActionForm>
    );
  return (
    <>
      <ActionForm
        action={advancePlacementAction}
        id={`advance-${placement.id}`}
        className="flex flex-wrap gap-2"
      >
        {ids}
        {reportedStages
          .filter((stage) => canFollow(placement.status, stage))
          .map((stage, index) => (
            <SubmitButton key={stage} name="to" value={stage} variant={index === 0 ? "primary" : "quiet"}>
              {t(`stages.${stage}`)}
            </SubmitButton>
          ))}
      </ActionForm>
      {placement.status === "confirmed" && (
        <ActionForm
          action={agreeFirstTalkAction}
          id={`agree-${placement.id}`}
          values={dayValues("on", placement.firstTalkOn)}
        >
          <FormMore summary={t("agree")}>
            {ids}
            <DateField name="on" label={t("firstTalkOn")} />
            <div>
              <SubmitButton variant="quiet">{t("save")}</SubmitButton>
            </div>
          </FormMore>
        </ActionForm>
      )}
    </>
  );
}

function TakeBack({ patientId, placement }: IdProps) {
  const t = useTranslations("staffPatients.placement");
  return (
    <ActionForm action={takeBackStageAction} id={`take-back-${placement.id}`}>
      <FormMore summary={t("takeBack")}>
        <Ids patientId={patientId} placement={placement} />
        <p className="text-ink-soft">{t("takeBackText")}</p>
        <div>
          <SubmitButton variant="quiet">{t("takeBack")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}

function Fail({ patientId, placement }: IdProps) {
  const t = useTranslations("staffPatients.placement");
  const words = useTranslations("vocabulary.failReason");
  return (
    <ActionForm action={failPlacementAction} id={`fail-${placement.id}`}>
      <FormMore summary={t("fail")}>
        <Ids patientId={patientId} placement={placement} />
        <p className="text-ink-soft">{t("failText")}</p>
        <Select
          name="reason"
          label={t("endReason")}
          empty={t("choose")}
          options={failReasonsOf.staff.map((value) => ({ value, label: words(value) }))}
        />
        <div>
          <SubmitButton variant="danger">{t("fail")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
