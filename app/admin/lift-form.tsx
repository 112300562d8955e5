import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import type { FormAction } from "@/components/form/form-state";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { FormMore } from "@/components/staff/form-more";
import { type ObjectionKind, liftReasonsOf } from "@/lib/domain/therapists/objection-kinds";

type Props = {
  action: FormAction;
  /** Of the therapist, or of the mail whose sender objected. */
  id: string;
  kind: ObjectionKind;
  /** How many other entries it holds for. */
  others: number;
};

/** Lifting an objection: what holds then, and why it is lifted. */
export function LiftForm({ action, id, kind, others }: Props) {
  const t = useTranslations("staffTherapists.objections");
  return (
    <ActionForm action={action} id={`lift-${kind}`}>
      <FormMore summary={t("lift")}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="kind" value={kind} />
        <p>{t(`${kind}.lift`, { others })}</p>
        <p>{t("liftMeans")}</p>
        <RadioCards
          name="reason"
          label={t("reason")}
          options={liftReasonsOf(kind).map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        <div>
          <SubmitButton>{t("lift")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
