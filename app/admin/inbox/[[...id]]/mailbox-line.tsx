import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { FormFailure } from "@/components/staff/form-failure";
import { Notice } from "@/components/ui/notice";
import type { MailboxState } from "@/lib/domain/inbox/read-mailbox-now";
import { formatDateTimeShort } from "@/lib/format";
import { readNowAction } from "./actions";

/** Whether new mails can arrive at all. */
export function MailboxLine({ mailbox }: { mailbox: MailboxState }) {
  const t = useTranslations("staffInbox.mailbox");
  const locale = useLocale();
  const { configured, readAt, failingSince, failureCode } = mailbox;
  if (!configured) return <Line notice="neutral">{t("none")}</Line>;
  if (failingSince) {
    const time = formatDateTimeShort(failingSince, locale);
    return <Line notice="needs">{t("failing", { time, code: failureCode ?? "–" })}</Line>;
  }
  const words = readAt ? t("readAt", { time: formatDateTimeShort(readAt, locale) }) : t("never");
  return <p className="mb-4 text-sm text-ink-soft">{words}</p>;
}

function Line({ notice, children }: { notice: "neutral" | "needs"; children: React.ReactNode }) {
  return (
    <div className="mb-4">
      <Notice tone={notice}>{children}</Notice>
    </div>
  );
}

export function ReadNow() {
  const t = useTranslations("staffInbox.mailbox");
  return (
    <ActionForm action={readNowAction} id="read-now" summary={false} className="grid gap-2">
      <FormFailure />
      <SubmitButton variant="quiet">{t("readNow")}</SubmitButton>
    </ActionForm>
  );
}
