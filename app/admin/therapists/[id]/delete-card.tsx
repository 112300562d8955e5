import { FormMore } from "@/components/staff/form-more";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { deleteAction } from "./actions";

/** Deleting for good: the surname has to be typed. */
export function DeleteCard({ therapistId, lastName }: { therapistId: string; lastName: string }) {
  const t = useTranslations("staffTherapists.delete");
  return (
    <ActionForm action={deleteAction} id="delete">
      <FormMore summary={t("title")}>
        <input type="hidden" name="id" value={therapistId} />
        <p>{t("text")}</p>
        <TextInput
          name="confirm"
          label={t("confirm", { word: lastName })}
          width="medium"
          autoComplete="off"
        />
        <div>
          <SubmitButton variant="danger">{t("submit")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
