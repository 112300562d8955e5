import { useLocale, useTranslations } from "next-intl";
import { RadioCards } from "@/components/form/radio-cards";
import { Select } from "@/components/form/select";
import { formatMonth, isoDayOf } from "@/lib/format";
import { unsuitableReasons } from "@/lib/domain/inquiries/status";
import { answerField, laterField, nextMonths, offeredOutcomes, reasonField } from "./answer-fields";

/** What can be chosen, made once for everybody on the page: what is the same is sent once. */
export function useAnswerChoices(now: Date) {
  const t = useTranslations("respond.answer");
  const words = useTranslations("vocabulary.unsuitableReason");
  const locale = useLocale();
  return {
    outcomes: offeredOutcomes.map((value) => ({ value, label: t(value) })),
    months: nextMonths(isoDayOf(now)).map((value) => ({ value, label: formatMonth(value, locale) })),
    reasons: unsuitableReasons.map((value) => ({ value, label: words(value) })),
  };
}

type Props = { itemId: string; position: number; choices: ReturnType<typeof useAnswerChoices> };

/** Four answers; a month when the answer is "later", a reason when somebody does not fit. */
export function AnswerChoice({ itemId, position, choices: { outcomes, months, reasons } }: Props) {
  const t = useTranslations("respond.answer");
  return (
    <div className="group/answer grid gap-3 max-sm:[&_label]:gap-2 max-sm:[&_label]:px-3">
      <RadioCards
        name={answerField(itemId)}
        label={<span className="sr-only">{t("label", { position })}</span>}
        options={outcomes}
        columns="pair"
      />
      <div className="hidden group-has-[[value=later]:checked]/answer:block supports-[not_selector(:has(*))]:block">
        <Select name={laterField(itemId)} label={t("laterOn")} options={months} empty={t("laterOnUnknown")} />
      </div>
      <div className="hidden group-has-[[value=rejected\_unsuitable]:checked]/answer:block supports-[not_selector(:has(*))]:block">
        <Select
          name={reasonField(itemId)}
          label={t("reason")}
          options={reasons}
          empty={t("reasonUnknown")}
          optional
        />
      </div>
    </div>
  );
}
