import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { RadioCards } from "@/components/form/radio-cards";
import { TextInput } from "@/components/form/text-input";
import { payers } from "@/lib/domain/vocabulary";

export function InsuranceScreen() {
  const t = useTranslations("intake.steps.insurance");
  const word = useTranslations("vocabulary.payer");
  const options = payers.map((value) => ({ value, label: word(value), hint: t(`payers.${value}`) }));
  return (
    <div className="group/payer grid gap-(--field-gap)">
      <RadioCards name="payer" label={t("payer")} options={options} />
      <div className="hidden group-has-[[value=gkv]:checked]/payer:block supports-[not_selector(:has(*))]:block">
        <Checkbox name="reimbursementRoute" label={t("reimbursement")} hint={t("reimbursementHint")} />
      </div>
      <div className="group-has-[[value=self]:checked]/payer:hidden">
        <TextInput name="insurer" label={t("insurer")} width="medium" optional />
      </div>
    </div>
  );
}
