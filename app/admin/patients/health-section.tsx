import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-field";
import { Select } from "@/components/form/select";
import { SymptomBoxes } from "./symptom-boxes";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { FormSection } from "../form-section";

export function HealthSection() {
  const t = useTranslations("staffPatients.health");
  const words = useTranslations("vocabulary.triState");
  return (
    <FormSection title={t("title")}>
      <div className="wide">
        <SymptomBoxes legend={t("symptoms")} />
      </div>
      <div className="wide">
        <TextArea name="symptomsText" label={t("symptomsText")} optional rows={3} maxLength={4000} />
      </div>
      <TextInput
        name="diagnoses"
        label={t("diagnoses")}
        hint={t("diagnosesHint")}
        optional
        autoComplete="off"
      />
      <Select
        name="previousTherapy"
        label={t("previousTherapy")}
        empty={words("unknown")}
        options={(["yes", "no"] as const).map((value) => ({ value, label: words(value) }))}
      />
      <DateField name="previousTherapyEndedOn" label={t("previousTherapyEndedOn")} optional />
      <DateField name="consultationOn" label={t("consultationOn")} optional />
      <div className="wide grid gap-2 sm:grid-cols-3">
        <Checkbox name="consultationDone" label={t("consultationDone")} />
        <Checkbox name="ptv11.acute" label={t("acute")} hint={t("ptv11")} />
        <Checkbox name="ptv11.urgent" label={t("urgent")} hint={t("ptv11")} />
      </div>
    </FormSection>
  );
}
