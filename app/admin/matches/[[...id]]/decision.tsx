import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import type { Proposal } from "@/lib/domain/inquiries/get-proposal";
import { More } from "@/components/staff/more";
import { approveAction, rejectAction } from "./actions";
import { rejectReasons } from "./reject-reasons";

type Props = { proposal: Proposal; nextId: string | null; reminderAfterDays: number };

/** The decision on a proposal, with what approving it sets in motion. */
export function Decision({ proposal, nextId, reminderAfterDays }: Props) {
  const t = useTranslations("staffMatches.review");
  const byMail = proposal.channel === "email";
  return (
    <div className="sticky bottom-0 grid gap-2 border-t border-line bg-paper py-3">
      <p id="approve-hint" className="text-sm text-ink-soft">
        {byMail ? t("approveHint", { days: reminderAfterDays }) : t("approveCallHint")}
      </p>
      <div className="flex flex-wrap items-start gap-3">
        <ActionForm action={approveAction} id="approve" className="grid gap-2">
          <ReviewedFields proposal={proposal} nextId={nextId} />
          <SubmitButton data-key="a" aria-describedby="approve-hint">
            {t(byMail ? "approve" : "approveCall")}
          </SubmitButton>
        </ActionForm>
        <More summary={t("reject")} dataKey="r">
          <ActionForm action={rejectAction} id="reject" className="flex flex-wrap items-end gap-3">
            <ReviewedFields proposal={proposal} nextId={nextId} />
            <Select
              name="reason"
              label={t("reason")}
              options={rejectReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            />
            <SubmitButton variant="quiet">{t("rejectConfirm")}</SubmitButton>
          </ActionForm>
        </More>
      </div>
    </div>
  );
}

/** The proposal as it is seen now, and where to go on. */
export function ReviewedFields({ proposal, nextId }: Omit<Props, "reminderAfterDays">) {
  return (
    <>
      <input type="hidden" name="id" value={proposal.id} />
      <input type="hidden" name="version" value={proposal.version} />
      <input type="hidden" name="reference" value={proposal.reference} />
      <input type="hidden" name="channel" value={proposal.channel} />
      <input type="hidden" name="next" value={nextId ?? ""} />
    </>
  );
}
