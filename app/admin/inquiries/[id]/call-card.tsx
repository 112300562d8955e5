import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import type { InquiryView } from "@/lib/domain/inquiries/get-inquiry";
import { telephoneLink } from "@/lib/format";
import { finishCallAction } from "./actions";

type Props = { inquiryId: string; callId: string; therapist: InquiryView["therapist"] };

/** The call that is planned for this inquiry. */
export function CallCard({ inquiryId, callId, therapist }: Props) {
  const t = useTranslations("staffInquiries.call");
  return (
    <Card title={t("title")}>
      {therapist.phone && (
        <p className="mb-3 text-lg">
          <a href={telephoneLink(therapist.phone)} className="link">
            {therapist.phone}
          </a>
        </p>
      )}
      <ActionForm action={finishCallAction} id="call" className="flex flex-wrap gap-2">
        <input type="hidden" name="id" value={inquiryId} />
        <input type="hidden" name="callId" value={callId} />
        <SubmitButton name="result" value="reached">
          {t("reached")}
        </SubmitButton>
        <SubmitButton name="result" value="not_reached" variant="quiet">
          {t("notReached")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
