import { FormMore } from "@/components/staff/form-more";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { deletePatientAction } from "./actions";

/** Deleting for good: the sign of the record has to be typed. */
export function DeleteCard({ patientId, pseudonym }: { patientId: string; pseudonym: string }) {
  const t = useTranslations("staffPatients.delete");
  return (
    <ActionForm action={deletePatientAction} id="delete">
      <FormMore summary={t("title")}>
        <input type="hidden" name="id" value={patientId} />
        <p>{t("text")}</p>
        <TextInput
          name="confirm"
          label={t("confirm", { word: pseudonym })}
          width="short"
          autoComplete="off"
          autoCapitalize="characters"
        />
        <div>
          <SubmitButton variant="danger">{t("submit")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
