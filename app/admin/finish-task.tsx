import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormMore } from "@/components/staff/form-more";
import { finishTaskAction } from "./actions";

/** Ticks a task off; after a crisis only with a sentence on what came of it. */
export function FinishTask({ task: { id, kind } }: { task: { id: string; kind: string } }) {
  const t = useTranslations("staffToday.tasks");
  const asksForResult = kind === "crisis";
  return (
    <ActionForm
      action={finishTaskAction}
      id={`task-${id}`}
      className={asksForResult ? "grid gap-2" : "contents"}
    >
      <input type="hidden" name="id" value={id} />
      {asksForResult ? (
        <FormMore summary={t("done")}>
          <TextInput name="result" label={t("result")} hint={t("resultHint")} maxLength={300} />
          <div>
            <SubmitButton>{t("finish")}</SubmitButton>
          </div>
        </FormMore>
      ) : (
        <SubmitButton variant="plain">{t("done")}</SubmitButton>
      )}
    </ActionForm>
  );
}
