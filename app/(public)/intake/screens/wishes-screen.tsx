import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { RadioCards } from "@/components/form/radio-cards";
import { methods, wantedGenders } from "@/lib/domain/vocabulary";
import { formatLanguage } from "@/lib/format";
import { offeredLanguages } from "../steps/wishes";

export function WishesScreen() {
  const t = useTranslations("intake.steps.wishes");
  const word = useTranslations("vocabulary");
  const locale = useLocale();
  const options = {
    methods: methods.map((value) => ({
      value,
      label: word(`method.${value}`),
      hint: t(`methodHints.${value}`),
    })),
    genders: wantedGenders.map((value) => ({ value, label: word(`wantedGender.${value}`) })),
    languages: offeredLanguages.map((value) => ({ value, label: formatLanguage(value, locale) })),
    kinds: (["german", "other"] as const).map((value) => ({ value, label: t(`languageKinds.${value}`) })),
    openTo: (["group", "video"] as const).map((value) => ({
      value,
      label: t(`openToOptions.${value}`),
      hint: t(`openToHints.${value}`),
    })),
  };
  return (
    <>
      <RadioCards
        name="wantedTherapistGender"
        label={t("therapistGender")}
        options={options.genders}
        columns={2}
        optional
      />
      <CheckboxCards name="openTo" label={t("openTo")} options={options.openTo} columns={2} optional />
      <CheckboxCards
        name="wantedMethods"
        label={t("methods")}
        hint={t("methodsHint")}
        options={options.methods}
        optional
      />
      <div className="group/languages grid gap-4">
        <RadioCards
          name="languagesKind"
          label={t("languagesKind")}
          options={options.kinds}
          columns={2}
          optional
        />
        <div className="hidden group-has-[[value=other]:checked]/languages:block supports-[not_selector(:has(*))]:block">
          <CheckboxCards
            name="languages"
            label={t("languages")}
            hint={t("languagesHint")}
            options={options.languages}
            columns={3}
          />
        </div>
      </div>
      <Checkbox name="stepFreeAccess" label={t("stepFreeAccess")} />
    </>
  );
}
