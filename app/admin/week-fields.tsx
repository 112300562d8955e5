import { useTranslations } from "next-intl";
import { Fieldset } from "@/components/form/fieldset";
import { TextInput } from "@/components/form/text-input";
import { fieldOfDay } from "@/components/staff/forms/weekly-hours-text";
import { weekdays } from "@/lib/domain/vocabulary";

type Props = { name: string; legend: string; hint: string };

/** The hours of a week, one line of text per day. */
export function WeekFields({ name, legend, hint }: Props) {
  const words = useTranslations("vocabulary.weekday");
  return (
    <Fieldset legend={legend} hint={hint}>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {weekdays.map((day) => (
          <TextInput
            key={day}
            name={fieldOfDay(name, day)}
            label={words(day)}
            autoComplete="off"
            maxLength={200}
          />
        ))}
      </div>
    </Fieldset>
  );
}
