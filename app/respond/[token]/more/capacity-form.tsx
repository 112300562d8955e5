import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormMore } from "@/components/staff/form-more";
import type { AnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { formatDate, formatMonth, isoDayOf } from "@/lib/format";
import { nextMonths } from "../answer-fields";
import { tellCapacity } from "./actions";

type Props = { token: string; known: NonNullable<AnswerPage["known"]>["capacity"]; now: Date };

/** How many places there are, and from when. */
export function CapacityForm({ token, known, now }: Props) {
  const t = useTranslations("respondMore.capacity");
  const locale = useLocale();
  const today = isoDayOf(now);
  const months = nextMonths(today).map((value) => ({ value, label: formatMonth(value, locale) }));
  const number = { inputMode: "numeric", width: "tiny", maxLength: 2, autoComplete: "off" } as const;
  return (
    <ActionForm id="capacity" action={tellCapacity}>
      <FormMore summary={t("title")}>
        <input type="hidden" name="token" value={token} />
        {known && (
          <p>
            {t("known", {
              ...known,
              from: formatDate(known.from, locale),
              notedOn: formatDate(known.notedOn, locale),
            })}
          </p>
        )}
        <div className="grid grid-cols-2 gap-4">
          <TextInput name="individual" label={t("individual")} {...number} />
          <TextInput name="group" label={t("group")} {...number} />
        </div>
        <Select name="from" label={t("from")} options={[{ value: today, label: t("now") }, ...months]} />
        <div>
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
