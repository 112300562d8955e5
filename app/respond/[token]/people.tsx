import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button-class";
import type { AnswerPage, AnswerPageItem } from "@/lib/domain/inquiries/get-answer-page";
import { formatDateTime } from "@/lib/format";
import { correctAnswer, sendAnswers } from "./actions";
import { AnswerChoice, useAnswerChoices } from "./answer-choice";
import { DeclineAll } from "./decline-all";
import { openItems } from "./open-items";
import { ProfileCard } from "./profile-card";

type Props = { page: AnswerPage; token: string; now: Date };

/** The people of the inquiry: those still open with a choice, the others with what became of them. */
export function People({ page, token, now }: Props) {
  const t = useTranslations("respond.answer");
  const choices = useAnswerChoices(now);
  const open = openItems(page);
  const rest = page.items.filter((item) => !open.some(({ itemId }) => itemId === item.itemId));
  const isAnswered = rest.some(({ state }) => state === "answered" || state === "accepted");
  const isOwn = page.forwardId === null;
  return (
    <div className="mt-6 grid gap-4">
      {open.length > 0 && isAnswered && (
        <DeclineAll token={token} open={open.length} now={now} isOwn={isOwn} isRest />
      )}
      {open.length > 0 && (
        <ActionForm id="answer" action={sendAnswers} className="grid gap-4">
          <input type="hidden" name="token" value={token} />
          {open.map((item) => (
            <ProfileCard key={item.itemId} item={item} now={now}>
              <AnswerChoice itemId={item.itemId} position={item.position} choices={choices} />
            </ProfileCard>
          ))}
          <div className="flex flex-wrap gap-3" data-no-print>
            <SubmitButton>{t("send")}</SubmitButton>
            <button type="reset" className={buttonClass("plain")}>
              {t("clear")}
            </button>
          </div>
        </ActionForm>
      )}
      {rest.length > 0 && (
        <ActionForm id="correct" action={correctAnswer} className="grid gap-4">
          <input type="hidden" name="token" value={token} />
          {rest.map((item) => (
            <ProfileCard key={item.itemId} item={item} now={now} isFolded>
              <Result item={item} isOwn={isOwn} />
              {item.mayCorrect && item.profile && <Correction itemId={item.itemId} />}
            </ProfileCard>
          ))}
        </ActionForm>
      )}
    </div>
  );
}

/** What became of it, and for one's own answers when: the page is the receipt. */
function Result({ item, isOwn }: { item: AnswerPageItem; isOwn: boolean }) {
  const t = useTranslations("respond.results");
  const locale = useLocale();
  const result = resultOf(item);
  const isAnswer = item.state === "answered" || item.state === "accepted";
  return (
    <div className="border-l-4 border-main pl-3">
      <p className="font-semibold">{t(result === "accepted" && !isOwn ? "acceptedColleague" : result)}</p>
      {isAnswer && item.answeredAt && (
        <p className="text-base text-ink-soft">{formatDateTime(item.answeredAt, locale)}</p>
      )}
    </div>
  );
}

function resultOf({ state, outcome }: AnswerPageItem) {
  if (outcome === "no_answer") return "expired";
  if (state === "placed_elsewhere" || state === "accepted") return state;
  const isAnswered = outcome === "later" || outcome === "rejected_unsuitable" || outcome === "rejected_other";
  return isAnswered || outcome === "rejected_capacity" ? outcome : "no_longer_searching";
}

/** A no that was a mistake, or a place that has become free. */
function Correction({ itemId }: { itemId: string }) {
  const t = useTranslations("respond.correct");
  return (
    <div className="mt-3" data-no-print>
      <SubmitButton variant="quiet" name="itemId" value={itemId}>
        {t("accept")}
      </SubmitButton>
    </div>
  );
}
