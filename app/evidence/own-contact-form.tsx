import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import type { FormAction } from "@/components/form/form-state";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ownContactChannels, ownContactResults } from "@/lib/domain/evidence/schemas";
import { triStates } from "@/lib/domain/vocabulary";

/** A practice that was asked without the service; `children` are the hidden fields that say for whom. */
export function OwnContactForm({ action, children }: { action: FormAction; children: ReactNode }) {
  const t = useTranslations("evidence.own");
  const words = useTranslations("vocabulary.triState");
  return (
    <ActionForm action={action} id="own">
      {children}
      <TextInput name="therapistName" label={t("name")} maxLength={120} autoComplete="off" width="medium" />
      <TextInput name="city" label={t("city")} maxLength={120} autoComplete="off" width="medium" optional />
      <DateField name="contactedOn" label={t("on")} />
      <Select
        name="channel"
        label={t("channel")}
        empty={t("choose")}
        options={ownContactChannels.map((value) => ({ value, label: t(`channels.${value}`) }))}
      />
      <Select
        name="result"
        label={t("result")}
        empty={t("choose")}
        options={ownContactResults.map((value) => ({ value, label: t(`results.${value}`) }))}
      />
      <Select
        name="seat"
        label={t("seat")}
        hint={t("seatHint")}
        defaultValue="unknown"
        options={triStates.map((value) => ({ value, label: words(value) }))}
      />
      <TextInput
        name="namedWaitWeeks"
        label={t("wait")}
        inputMode="numeric"
        unit={t("weeks")}
        width="short"
        optional
      />
      <div>
        <SubmitButton variant="quiet">{t("add")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
