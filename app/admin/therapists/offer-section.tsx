import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { Fieldset } from "@/components/form/fieldset";
import { BoxList } from "@/components/staff/box-list";
import { offerKey } from "@/components/staff/forms/therapist-values";
import { ageGroups, methods, settings, triStates } from "@/lib/domain/vocabulary";
import { FormSection } from "../form-section";
import { WeekFields } from "../week-fields";

export function OfferSection() {
  const t = useTranslations("staffTherapists.offer");
  const words = useTranslations("vocabulary");
  const answers = triStates.map((value) => ({ value, label: words(`triState.${value}`) }));
  const kinds = ageGroups.flatMap((ageGroup) => settings.map((setting) => ({ ageGroup, setting })));
  return (
    <FormSection title={t("title")}>
      <Select name="statutorySeat" label={t("statutorySeat")} options={answers} />
      <Select name="video" label={t("video")} options={answers} />
      <div className="wide">
        <Fieldset legend={t("offers")}>
          <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
            {methods.map((method, index) => (
              <BoxList
                key={method}
                name="offers"
                first={index === 0}
                label={words(`method.${method}`)}
                options={kinds.map(({ ageGroup, setting }) => ({
                  value: offerKey({ method, ageGroup, setting }),
                  label: `${words(`ageGroup.${ageGroup}`)}, ${words(`setting.${setting}`)}`,
                }))}
              />
            ))}
          </div>
        </Fieldset>
      </div>
      <div className="wide">
        <TextInput
          name="languages"
          label={t("languages")}
          hint={t("languagesHint")}
          optional
          autoComplete="off"
        />
      </div>
      <TextArea name="qualifications" label={t("qualifications")} hint={t("perLine")} optional rows={3} />
      <TextArea name="specialOffers" label={t("specialOffers")} hint={t("perLine")} optional rows={3} />
      <div className="wide">
        <WeekFields name="phoneHours" legend={t("phoneHours")} hint={t("hoursHint")} />
      </div>
      <div className="wide">
        <WeekFields name="officeHours" legend={t("officeHours")} hint={t("hoursHint")} />
      </div>
    </FormSection>
  );
}
