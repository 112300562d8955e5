import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormMore } from "@/components/staff/form-more";
import { Card } from "@/components/ui/card";
import type { InquiryView } from "@/lib/domain/inquiries/get-inquiry";
import { formatDateTime } from "@/lib/format";
import {
  callOffAction,
  handBackAction,
  hastenAction,
  postponeAction,
  takeOverAction,
} from "./conduct-actions";

type Props = { inquiry: InquiryView; now: Date };

/** What happens next and when, and how to do otherwise: now, later, by hand, not at all. */
export function NextStepCard({ inquiry, now }: Props) {
  const t = useTranslations("staffInquiries.next");
  const locale = useLocale();
  const { next, takenOverBy, postponedUntil, heldAt } = inquiry;
  if (next.action === "end" || next.action === "review") return null;
  const asks = inquiry.mails.find(({ template, status }) => template === "inquiry" && status === "queued");
  const mailAt = asks?.expected?.at;
  const isHeld = next.action === "person" && next.because === "taken_over";
  const id = <input type="hidden" name="id" value={inquiry.id} />;
  return (
    <Card title={t("title")}>
      <p>
        {next.action === "person"
          ? t(`held.${next.because}`, { name: takenOverBy ?? "–" })
          : mailAt
            ? t("mailWaits", { at: formatDateTime(mailAt, locale) })
            : t(`steps.${next.action}`, { at: formatDateTime(next.at, locale) })}
      </p>
      {postponedUntil && postponedUntil > now && (
        <p className="mt-1 text-ink-soft">{t(heldAt ? "heldBack" : "postponed")}</p>
      )}
      <div className="mt-4 grid gap-3">
        <div className="flex flex-wrap gap-2">
          {next.action !== "person" && next.action !== "expire" && (
            <ActionForm action={hastenAction} id="hasten" className="contents">
              {id}
              <SubmitButton name="action" value={next.action}>
                {t(`now.${next.action}`)}
              </SubmitButton>
            </ActionForm>
          )}
          <ActionForm action={isHeld ? handBackAction : takeOverAction} id="hold" className="contents">
            {id}
            <SubmitButton variant="quiet">{t(isHeld ? "handBack" : "takeOver")}</SubmitButton>
          </ActionForm>
        </div>
        <p className="text-sm text-ink-soft">{t(isHeld ? "handBackText" : "takeOverText")}</p>
        {!isHeld && (
          <ActionForm action={postponeAction} id="postpone">
            <FormMore summary={t("postpone")}>
              {id}
              <DateField name="until" label={t("until")} hint={t("untilHint")} />
              <div>
                <SubmitButton variant="quiet">{t("postpone")}</SubmitButton>
              </div>
            </FormMore>
          </ActionForm>
        )}
        <ActionForm action={callOffAction} id="call-off">
          <FormMore summary={t("callOff")}>
            {id}
            <p className="text-ink-soft">{t("callOffText")}</p>
            <TextInput name="reason" label={t("reason")} optional maxLength={200} autoComplete="off" />
            <div>
              <SubmitButton variant="danger">{t("callOff")}</SubmitButton>
            </div>
          </FormMore>
        </ActionForm>
      </div>
    </Card>
  );
}
