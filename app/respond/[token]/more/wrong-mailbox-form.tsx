import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { FormMore } from "@/components/staff/form-more";
import { tellWrongMailbox } from "./actions";

type Props = { token: string; email: string; isForwarded: boolean };

/** For whoever got a mail that was meant for somebody else. */
export function WrongMailboxForm({ token, email, isForwarded }: Props) {
  const t = useTranslations("respondMore.wrongMailbox");
  return (
    <ActionForm id="mailbox" action={tellWrongMailbox}>
      <FormMore summary={t("title")}>
        <input type="hidden" name="token" value={token} />
        <p className="wrap-anywhere">{t(isForwarded ? "forwarded" : "text", { email })}</p>
        <div>
          <SubmitButton variant="quiet">{t("send")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
