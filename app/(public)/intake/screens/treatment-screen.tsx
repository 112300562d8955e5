import { useTranslations } from "next-intl";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { RadioCards } from "@/components/form/radio-cards";
import { TextInput } from "@/components/form/text-input";
import { mainNumber } from "./crisis-note";

export function TreatmentScreen() {
  const t = useTranslations("intake.steps.treatment");
  const word = useTranslations("common");
  const boxes = (["acute", "urgent"] as const).map((value) => ({ value, label: t(`ptv11Boxes.${value}`) }));
  return (
    <>
      <div className="group/consultation grid gap-(--field-gap)">
        <RadioCards
          name="consultation"
          label={t("consultation")}
          hint={t("consultationHint", { medical: mainNumber("medical") })}
          options={[
            { value: "yes", label: word("yes") },
            { value: "no", label: t("consultationNotYet") },
          ]}
          columns={2}
          optional
        />
        <div className="hidden group-has-[[value=yes]:checked]/consultation:block supports-[not_selector(:has(*))]:block">
          <CheckboxCards
            name="ptv11"
            label={t("ptv11")}
            hint={t("ptv11Hint")}
            options={boxes}
            columns={2}
            optional
          />
        </div>
      </div>
      <div className="group/therapy grid gap-(--field-gap)">
        <RadioCards
          name="previousTherapy"
          label={t("previousTherapy")}
          options={[
            { value: "yes", label: word("yes") },
            { value: "no", label: word("no") },
          ]}
          columns={2}
          optional
        />
        <div className="hidden group-has-[[value=yes]:checked]/therapy:block supports-[not_selector(:has(*))]:block">
          <TextInput
            name="previousTherapyEndedOn"
            label={t("previousTherapyEndedOn")}
            hint={t("previousTherapyEndedOnHint")}
            width="short"
            optional
          />
        </div>
      </div>
      <TextInput name="diagnoses" label={t("diagnoses")} hint={t("diagnosesHint")} width="medium" optional />
    </>
  );
}
