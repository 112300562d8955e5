import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { takenBackAnswers } from "@/lib/domain/placements/status";
import { takeBack } from "./placement-actions";

type Props = {
  placementId: string;
  token: string;
  /** Of the person, where it could be one of several. */ position?: number;
};

/** A mistaken yes, as long as the patient has not answered: one click says what holds instead. */
export function TakeBack({ placementId, token, position }: Props) {
  const t = useTranslations("respond.takeBack");
  return (
    <details className="mt-2" data-no-print>
      <summary className="link inline-block cursor-pointer py-2">
        {position ? t("titleOf", { position }) : t("title")}
      </summary>
      <p className="mt-1 max-w-measure text-base">{t("text")}</p>
      <ActionForm id={`take-back-${placementId}`} action={takeBack} className="mt-3 flex flex-wrap gap-2">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="placementId" value={placementId} />
        {takenBackAnswers.map((answer) => (
          <SubmitButton key={answer} name="answer" value={answer} variant="quiet">
            {t(`answers.${answer}`)}
          </SubmitButton>
        ))}
      </ActionForm>
    </details>
  );
}
