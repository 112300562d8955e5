import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { DateField } from "@/components/form/date-field";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { CarriedValue } from "@/components/staff/carried-value";
import { FormSection } from "../form-section";

export function WishesSection() {
  const t = useTranslations("staffTherapists.wishes");
  const words = useTranslations("vocabulary.gender");
  const number = { inputMode: "numeric", width: "short", autoComplete: "off" } as const;
  return (
    <FormSection title={t("title")}>
      <CarriedValue name="capacity.known" />
      <div className="grid grid-cols-2 gap-6">
        <TextInput name="capacity.individual" label={t("individual")} optional {...number} />
        <TextInput name="capacity.group" label={t("group")} optional {...number} />
      </div>
      <DateField name="capacity.from" label={t("from")} optional />
      <div className="wide grid gap-2 sm:grid-cols-3">
        <Checkbox name="potentiallyAvailable" label={t("potentiallyAvailable")} />
        <Checkbox name="informed" label={t("informed")} />
        <Checkbox name="wishes.groupOnly" label={t("groupOnly")} />
      </div>
      <div className="wide">
        <TextArea name="potentiallyAvailableNote" label={t("note")} optional rows={2} maxLength={1000} />
      </div>
      <div className="grid grid-cols-2 gap-6">
        <TextInput name="wishes.ageMin" label={t("ageMin")} unit={t("years")} optional {...number} />
        <TextInput name="wishes.ageMax" label={t("ageMax")} unit={t("years")} optional {...number} />
      </div>
      <TextInput
        name="wishes.diagnoses"
        label={t("diagnoses")}
        hint={t("diagnosesHint")}
        optional
        autoComplete="off"
      />
      <TextInput
        name="wishes.excludedDiagnoses"
        label={t("excludedDiagnoses")}
        hint={t("excludedDiagnosesHint")}
        optional
        autoComplete="off"
      />
      <div className="wide">
        <CheckboxCards
          name="wishes.genders"
          label={t("genders")}
          hint={t("gendersHint")}
          columns={3}
          options={(["female", "male", "diverse"] as const).map((value) => ({ value, label: words(value) }))}
        />
      </div>
    </FormSection>
  );
}
