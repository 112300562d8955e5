import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { More } from "@/components/staff/more";
import type { Proposal } from "@/lib/domain/inquiries/get-proposal";
import type { Settings } from "@/lib/domain/settings/settings";
import { formatDate, isoDayOf } from "@/lib/format";
import { useSendingWords } from "../sending-words";
import { decideAction } from "./actions";
import { ReviewedFields } from "./reviewed-fields";

type Props = {
  proposal: Proposal;
  nextId: string | null;
  settings: Settings;
  now: Date;
  /** When its mail leaves if it is approved now; null while that is up to a person. */
  sendsAt: Date | null;
};

/**
 * The decision on a proposal, with what approving it sets in motion. One form for everything that can be done with it:
 * the buttons beside each person belong to it too.
 */
export function Decision({ proposal, nextId, settings, now, sendsAt }: Props) {
  const t = useTranslations("staffMatches.review");
  const byMail = proposal.channel === "email";
  const { reminderAfterDays: days, sendDelaySeconds: seconds } = settings;
  const sending = useSendingWords({ at: sendsAt, now, seconds });
  return (
    <div className="sticky bottom-0 grid gap-2 border-t border-line bg-paper py-3">
      <p id="approve-hint" className="text-sm text-ink-soft">
        {byMail ? t("approveHint", { days, ...sending }) : t("approveCallHint")}
      </p>
      <ActionForm action={decideAction} id="review" className="flex flex-wrap items-start gap-3">
        <ReviewedFields proposal={proposal} nextId={nextId} />
        <SubmitButton name="act" value="approve" data-key="a" aria-describedby="approve-hint">
          {t(byMail ? "approve" : "approveCall")}
        </SubmitButton>
        <More summary={t("reject")} dataKey="r">
          <div className="flex flex-wrap items-end gap-3">
            <Select name="reason" label={t("reason")} options={useReasons(now)} />
            <SubmitButton name="act" value="reject" variant="quiet">
              {t("rejectConfirm")}
            </SubmitButton>
          </div>
        </More>
      </ActionForm>
    </div>
  );
}

/** How long a practice may be left alone, in days. */
const rests = [28, 91, 182];

function useReasons(now: Date) {
  const t = useTranslations("staffMatches.review.reasons");
  const locale = useLocale();
  const days = rests.map((rest) => isoDayOf(new Date(now.getTime() + rest * 24 * 60 * 60 * 1000)));
  return [
    { value: "rejected_in_review", label: t("rejected_in_review") },
    { value: "never_together", label: t("never_together") },
    ...days.map((day) => ({
      value: `not_now:${day}`,
      label: t("not_now", { date: formatDate(day, locale) }),
    })),
    { value: "wrong_data", label: t("wrong_data") },
  ];
}
