import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormMore } from "@/components/staff/form-more";
import { fieldOfDay, hoursValues } from "@/components/staff/forms/weekly-hours-text";
import { type WeeklyHours, weekdays } from "@/lib/domain/vocabulary";
import { tellPhoneHours } from "./actions";

type Props = { token: string; known: WeeklyHours };

/** When the practice picks up the telephone. */
export function HoursForm({ token, known }: Props) {
  const t = useTranslations("respondMore.hours");
  const words = useTranslations("vocabulary.weekday");
  return (
    <ActionForm id="hours" action={tellPhoneHours} values={hoursValues("hours", known)}>
      <FormMore summary={t("title")}>
        <input type="hidden" name="token" value={token} />
        <p>{t("text")}</p>
        {weekdays.map((day) => (
          <TextInput
            key={day}
            name={fieldOfDay("hours", day)}
            label={words(day)}
            maxLength={200}
            autoComplete="off"
          />
        ))}
        <div>
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
