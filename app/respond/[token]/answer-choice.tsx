import { useLocale, useTranslations } from "next-intl";
import { RadioCards } from "@/components/form/radio-cards";
import { Select } from "@/components/form/select";
import { formatMonth, isoDayOf } from "@/lib/format";
import { answerField, laterField, nextMonths, offeredOutcomes } from "./answer-fields";

type Props = { itemId: string; position: number; now: Date };

/** Four answers, and a month when the answer is "later". */
export function AnswerChoice({ itemId, position, now }: Props) {
  const t = useTranslations("respond.answer");
  const locale = useLocale();
  const options = offeredOutcomes.map((value) => ({ value, label: t(value) }));
  const months = nextMonths(isoDayOf(now)).map((value) => ({ value, label: formatMonth(value, locale) }));
  return (
    <div className="group/answer grid gap-3">
      <RadioCards
        name={answerField(itemId)}
        label={<span className="sr-only">{t("label", { position })}</span>}
        options={options}
        columns="pair"
      />
      <div className="hidden group-has-[[value=later]:checked]/answer:block supports-[not_selector(:has(*))]:block">
        <Select name={laterField(itemId)} label={t("laterOn")} options={months} empty={t("laterOnUnknown")} />
      </div>
    </div>
  );
}
