import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { dismissAction, restoreAction, settleAction } from "./actions";

type Props = { mail: InboundMailView; nextId: string | undefined };

/** What ends the work on a mail, or takes it up again. */
export function Decision({ mail, nextId }: Props) {
  const t = useTranslations("staffInbox.actions");
  const isOpen = mail.state === "new" || mail.state === "assigned";
  if (!isOpen) {
    return (
      <ActionForm action={restoreAction} id="restore" className="grid gap-2">
        <SeenFields mail={mail} nextId={nextId} />
        <div>
          <SubmitButton variant="quiet">{t("restore")}</SubmitButton>
        </div>
      </ActionForm>
    );
  }
  return (
    <div className="flex flex-wrap gap-3">
      <ActionForm action={settleAction} id="settle" className="grid gap-2">
        <SeenFields mail={mail} nextId={nextId} />
        <SubmitButton variant="quiet" data-key="e">
          {t("settle")}
        </SubmitButton>
      </ActionForm>
      <ActionForm action={dismissAction} id="dismiss" className="grid gap-2">
        <SeenFields mail={mail} nextId={nextId} />
        <SubmitButton variant="plain" data-key="d">
          {t("dismiss")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

/** The mail as it is seen now, and where to go on. */
export function SeenFields({ mail, nextId }: Props) {
  return (
    <>
      <input type="hidden" name="id" value={mail.id} />
      <input type="hidden" name="version" value={mail.version} />
      <input type="hidden" name="next" value={nextId ?? ""} />
    </>
  );
}
