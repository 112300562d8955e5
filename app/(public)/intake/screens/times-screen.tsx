import { useTranslations } from "next-intl";
import { RadioCards } from "@/components/form/radio-cards";
import { travelModes } from "@/lib/domain/vocabulary";
import { dayParts, offeredDays, offeredMinutes } from "../steps/times";
import { TimesTable } from "./times-table";

export function TimesScreen() {
  const t = useTranslations("intake.steps.times");
  const word = useTranslations("vocabulary");
  const parts = dayParts.map((id) => ({ id, word: t(`parts.${id}`), hours: t(`partHours.${id}`) }));
  const days = offeredDays.map((id) => ({ id, word: word(`weekday.${id}`) }));
  const modes = travelModes.map((value) => ({ value, label: word(`travelMode.${value}`) }));
  const minutes = offeredMinutes.map((value) => ({ value, label: t("minutes", { minutes: Number(value) }) }));
  return (
    <>
      <div className="group/times grid gap-6">
        <RadioCards
          name="timesKind"
          label={t("timesKind")}
          options={[
            { value: "any", label: t("kinds.any"), hint: t("kindHints.any") },
            { value: "some", label: t("kinds.some") },
          ]}
        />
        <div className="hidden group-has-[[value=some]:checked]/times:block supports-[not_selector(:has(*))]:block">
          <TimesTable name="times" label={t("times")} days={days} parts={parts} />
        </div>
      </div>
      <RadioCards name="travelMode" label={t("travelMode")} options={modes} columns={2} />
      <RadioCards
        name="travelMinutes"
        label={t("travelMinutes")}
        hint={t("travelMinutesHint")}
        options={minutes}
        columns={2}
      />
    </>
  );
}
