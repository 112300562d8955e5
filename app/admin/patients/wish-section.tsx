import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { Fieldset } from "@/components/form/fieldset";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { methods, travelModes, wantedGenders } from "@/lib/domain/vocabulary";
import { FormSection } from "../form-section";
import { WeekFields } from "../week-fields";

export function WishSection() {
  const t = useTranslations("staffPatients.wishes");
  const words = useTranslations("vocabulary");
  return (
    <FormSection title={t("title")}>
      <Select
        name="travel.mode"
        label={t("mode")}
        options={travelModes.map((value) => ({ value, label: words(`travelMode.${value}`) }))}
      />
      <div className="grid grid-cols-2 gap-6">
        <TextInput
          name="travel.maxMinutes"
          label={t("maxMinutes")}
          unit={t("minutes")}
          inputMode="numeric"
          width="short"
          autoComplete="off"
        />
        <TextInput
          name="travel.maxKm"
          label={t("maxKm")}
          unit={t("km")}
          inputMode="decimal"
          width="short"
          autoComplete="off"
        />
      </div>
      <Select
        name="wantedTherapistGender"
        label={t("therapistGender")}
        options={wantedGenders.map((value) => ({ value, label: words(`wantedGender.${value}`) }))}
      />
      <TextInput
        name="languages"
        label={t("languages")}
        hint={t("languagesHint")}
        optional
        autoComplete="off"
      />
      <div className="wide">
        <CheckboxCards
          name="wantedMethods"
          label={t("methods")}
          hint={t("methodsHint")}
          columns={2}
          options={methods.map((value) => ({ value, label: words(`method.${value}`) }))}
        />
      </div>
      <div className="wide">
        <Fieldset legend={t("openTo")}>
          <div className="grid gap-2 sm:grid-cols-2">
            <Checkbox name="openToGroup" label={t("openToGroup")} />
            <Checkbox name="openToVideo" label={t("openToVideo")} />
            <Checkbox name="openToDiga" label={t("openToDiga")} />
            <Checkbox name="stepFreeAccess" label={t("stepFree")} />
          </div>
        </Fieldset>
      </div>
      <div className="wide">
        <WeekFields name="availability" legend={t("availability")} hint={t("availabilityHint")} />
      </div>
    </FormSection>
  );
}
