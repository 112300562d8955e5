import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { InquiryView } from "@/lib/domain/inquiries/get-inquiry";
import { undoAction } from "../../matches/[[...id]]/actions";
import { writeUndo } from "../../matches/[[...id]]/undo";

/** As long as nothing was sent: back to the review. */
export function UndoApproval({ inquiry: { id, version } }: { inquiry: InquiryView }) {
  const t = useTranslations("staffInquiries");
  return (
    <ActionForm action={undoAction} id="undo" className="grid gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="undo" value={writeUndo({ act: "approve", inquiryId: id, version })} />
      <SubmitButton variant="quiet">{t("undoApproval")}</SubmitButton>
    </ActionForm>
  );
}
