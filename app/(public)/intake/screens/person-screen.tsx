import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { RadioCards } from "@/components/form/radio-cards";
import { TextInput } from "@/components/form/text-input";
import { genders } from "@/lib/domain/vocabulary";

export function PersonScreen() {
  const t = useTranslations("intake.steps.person");
  const word = useTranslations("vocabulary.gender");
  const options = genders.map((value) => ({ value, label: word(value) }));
  return (
    <>
      <TextInput name="firstName" label={t("firstName")} autoComplete="given-name" width="medium" />
      <TextInput name="lastName" label={t("lastName")} autoComplete="family-name" width="medium" />
      <DateField name="birthDate" label={t("birthDate")} hint={t("birthDateHint")} birthday />
      <RadioCards
        name="gender"
        label={t("gender")}
        hint={t("genderHint")}
        options={options}
        columns={2}
        optional
      />
    </>
  );
}
