import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormMore } from "@/components/staff/form-more";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { StatusBadge } from "@/components/ui/status-badge";
import type { TherapistRecord } from "@/lib/domain/therapists/get-therapist";
import { formatDate } from "@/lib/format";
import { activateAction, blockAction, deactivateAction, trustAction, unblockAction } from "./actions";

type Props = {
  therapist: TherapistRecord;
  /** Who objected is not asked, whatever else holds. */
  objected: boolean;
  now: Date;
  canWrite: boolean;
};

/** Whether this practice is asked, when again, and changing it. */
export function StateCard({ therapist, objected, now, canWrite }: Props) {
  const t = useTranslations("staffTherapists.state");
  const locale = useLocale();
  const { status, practice, blockedAt, blockedReason } = therapist;
  const cools = practice.coolingUntil && practice.coolingUntil > now ? practice.coolingUntil : null;
  const day = (date: Date | null) => date && formatDate(date, locale);
  return (
    <Card title={t("title")} aside={<StatusBadge kind="therapistStatus" status={status} />}>
      {status !== "blocked" && !objected && <p className="mb-3 text-ink-soft">{t(status)}</p>}
      <DescriptionList
        items={[
          { term: t("blockedSince"), details: day(blockedAt) },
          { term: t("blockedReason"), details: blockedReason },
          { term: t("cooling"), details: day(cools) },
          { term: t("disowned"), details: day(practice.emailDisownedAt) },
          {
            term: t("bounced"),
            details: practice.emailDisownedAt ? null : day(practice.emailBouncedAt),
          },
          { term: t("lastMail"), details: day(practice.lastMailAt) },
          { term: t("lastCall"), details: day(practice.lastCallAt) },
        ]}
      />
      {canWrite && (
        <div className="mt-4 grid gap-2 border-t border-line pt-4">
          {practice.emailBouncedAt && (
            <OneButton id="trust" therapistId={therapist.id} action={trustAction} label={t("trust")} />
          )}
          {(status === "pending_review" || status === "inactive") && (
            <OneButton
              id="activate"
              therapistId={therapist.id}
              action={activateAction}
              label={t("activate")}
            />
          )}
          {status === "blocked" && (
            <OneButton id="unblock" therapistId={therapist.id} action={unblockAction} label={t("unblock")} />
          )}
          {(status === "active" || status === "pending_review") && <BlockForm therapistId={therapist.id} />}
          {status !== "inactive" && <DeactivateForm therapistId={therapist.id} />}
        </div>
      )}
    </Card>
  );
}

type OneButtonProps = { id: string; therapistId: string; action: FormAction; label: string };

function OneButton({ id, therapistId, action, label }: OneButtonProps) {
  return (
    <ActionForm action={action} id={id}>
      <input type="hidden" name="id" value={therapistId} />
      <div>
        <SubmitButton>{label}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function BlockForm({ therapistId }: { therapistId: string }) {
  const t = useTranslations("staffTherapists.state");
  return (
    <ActionForm action={blockAction} id="block">
      <FormMore summary={t("block")}>
        <input type="hidden" name="id" value={therapistId} />
        <TextInput
          name="reason"
          label={t("reason")}
          hint={t("blockText")}
          maxLength={500}
          autoComplete="off"
        />
        <div>
          <SubmitButton>{t("block")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}

function DeactivateForm({ therapistId }: { therapistId: string }) {
  const t = useTranslations("staffTherapists.state");
  return (
    <ActionForm action={deactivateAction} id="deactivate">
      <FormMore summary={t("deactivate")}>
        <input type="hidden" name="id" value={therapistId} />
        <p>{t("deactivateText")}</p>
        <div>
          <SubmitButton variant="quiet">{t("deactivate")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
