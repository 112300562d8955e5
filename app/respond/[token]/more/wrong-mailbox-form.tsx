import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { FormMore } from "@/components/staff/form-more";
import { tellWrongMailbox } from "./actions";

/** For whoever got a mail that was meant for somebody else. */
export function WrongMailboxForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("respondMore.wrongMailbox");
  return (
    <ActionForm id="mailbox" action={tellWrongMailbox}>
      <FormMore summary={t("title")}>
        <input type="hidden" name="token" value={token} />
        <p className="wrap-anywhere">{t("text", { email })}</p>
        <div>
          <SubmitButton variant="quiet">{t("send")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
