import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { FormMore } from "@/components/staff/form-more";
import { sendLinkAgainAction } from "./actions";

/** For who lost the mail with the link, or whose address was corrected here. */
export function SendLinkCard({ patientId, email }: { patientId: string; email: string }) {
  const t = useTranslations("staffPatients.sendLink");
  return (
    <ActionForm action={sendLinkAgainAction} id="send-link">
      <FormMore summary={t("title")}>
        <input type="hidden" name="id" value={patientId} />
        <p className="wrap-anywhere">{t("text", { email })}</p>
        <div>
          <SubmitButton variant="quiet">{t("submit")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
