import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import type { AnswerPageItem } from "@/lib/domain/inquiries/get-answer-page";
import { correctAnswer } from "./actions";

type Props = { lost: readonly AnswerPageItem[]; token: string };

/** What became of each yes that did not hold, and the way to make it hold where there is one. */
export function LostYes({ lost, token }: Props) {
  const t = useTranslations("respond.lost");
  return (
    <div role="status" className="mt-4">
      <Notice tone="needs">
        <div className="grid gap-4">
          {lost.map((item) => (
            <Sentence key={item.itemId} item={item} token={token} />
          ))}
          <p>{t("thanks", { count: lost.length })}</p>
        </div>
      </Notice>
    </div>
  );
}

function Sentence({ item, token }: { item: AnswerPageItem; token: string }) {
  const t = useTranslations("respond.lost");
  const { itemId, position, outcome: answer } = item;
  if (!item.mayCorrect)
    return <p>{t(item.state === "placed_elsewhere" ? "placedElsewhere" : "gone", { position })}</p>;
  return (
    <ActionForm id={`lost-${itemId}`} action={correctAnswer} summary={false} className="grid gap-3">
      <input type="hidden" name="token" value={token} />
      <p>{t("answered", { position, answer })}</p>
      <div data-no-print>
        <SubmitButton variant="quiet" name="itemId" value={itemId}>
          {t("accept", { position })}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
