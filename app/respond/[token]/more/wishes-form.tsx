import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { Fieldset } from "@/components/form/fieldset";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormMore } from "@/components/staff/form-more";
import type { Wishes } from "@/lib/domain/therapists/schemas";
import { tellWishes } from "./actions";
import { namedDiagnoses, wishValues } from "./wish-values";

type Props = { token: string; known: Wishes };

/** Whom the practice treats; becomes a rule by which people are proposed. */
export function WishesForm({ token, known }: Props) {
  const t = useTranslations("respondMore.wishes");
  const genders = useTranslations("vocabulary.gender");
  const age = { inputMode: "numeric", width: "tiny", maxLength: 3, autoComplete: "off" } as const;
  return (
    <ActionForm id="wishes" action={tellWishes} values={wishValues(known)}>
      <FormMore summary={t("title")}>
        <input type="hidden" name="token" value={token} />
        <p>{t("text")}</p>
        <Fieldset legend={t("age")} hint={t("ageHint")}>
          <div className="grid grid-cols-2 gap-4">
            <TextInput name="ageMin" label={t("ageMin")} {...age} />
            <TextInput name="ageMax" label={t("ageMax")} {...age} />
          </div>
        </Fieldset>
        <CheckboxCards
          name="genders"
          label={t("genders")}
          hint={t("gendersHint")}
          columns={3}
          options={(["female", "male", "diverse"] as const).map((value) => ({
            value,
            label: genders(value),
          }))}
        />
        <CheckboxCards
          name="refused"
          label={t("refused")}
          columns={2}
          options={namedDiagnoses.map(({ code, key }) => ({ value: code, label: t(`diagnosis.${key}`) }))}
        />
        <TextInput
          name="refusedOther"
          label={t("refusedOther")}
          hint={t("codesHint")}
          optional
          autoComplete="off"
        />
        <TextInput name="treated" label={t("treated")} hint={t("codesHint")} optional autoComplete="off" />
        <Checkbox name="groupOnly" label={t("groupOnly")} />
        <div>
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
