import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { dayValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import type { AnswerPlacement } from "@/lib/domain/placements/list-answer-placements";
import { failReasonsOf } from "@/lib/domain/placements/status";
import { formatDate, telephoneLink } from "@/lib/format";
import { TakeBack } from "./take-back";
import { agreeOnTalk, reportPlacement } from "./placement-actions";

type Props = { placements: AnswerPlacement[]; reference: string; token: string };

/** Everybody whom this practice accepted: who it is once they agreed, and how it went on. */
export function Placements({ placements, reference, token }: Props) {
  const t = useTranslations("respond.placements");
  const stateOf = ({ status, contact, position }: AnswerPlacement) =>
    status === "confirmed" && !contact ? t("willCall", { reference, position }) : t(`states.${status}`);
  if (placements.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{t("title", { count: placements.length })}</h2>
      <div className="mt-4 grid gap-4">
        {placements.map((placement) => (
          <article key={placement.id} className="rounded border border-good-edge bg-good-wash p-4 sm:p-5">
            <h3 className="text-lg font-semibold">
              {placement.contact?.name ?? t("person", { position: placement.position })}
            </h3>
            <Contact placement={placement} />
            <p className="mt-2">{stateOf(placement)}</p>
            {placement.status === "accepted" && <TakeBack placementId={placement.id} token={token} />}
            <Progress placement={placement} token={token} />
          </article>
        ))}
      </div>
    </section>
  );
}

function Contact({ placement: { contact, firstTalkOn } }: { placement: AnswerPlacement }) {
  const t = useTranslations("respond.placements");
  const locale = useLocale();
  if (!contact) return null;
  return (
    <ul className="mt-1 grid gap-0.5">
      {contact.guardian && <li>{t("guardian", { name: contact.guardian })}</li>}
      {contact.phone && (
        <li>
          <a href={telephoneLink(contact.phone)} className="link inline-block py-1 font-semibold">
            {contact.phone}
          </a>
        </li>
      )}
      {contact.email && (
        <li>
          <a href={`mailto:${contact.email}`} className="link inline-block py-1 break-all">
            {contact.email}
          </a>
        </li>
      )}
      {firstTalkOn && <li>{t("talkOn", { date: formatDate(firstTalkOn, locale) })}</li>}
    </ul>
  );
}

/** What can be told in each state, the next step first. */
const news = {
  confirmed: ["first_talk", ...failReasonsOf.therapist],
  first_talk: ["trial_sessions", "started", "unsuitable", "no_capacity"],
  trial_sessions: ["started", "unsuitable"],
} as const;

function Progress({
  placement: { id, status, firstTalkOn },
  token,
}: {
  placement: AnswerPlacement;
  token: string;
}) {
  const t = useTranslations("respond.placements");
  if (status !== "confirmed" && status !== "first_talk" && status !== "trial_sessions") return null;
  const ids = (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="placementId" value={id} />
    </>
  );
  return (
    <div className="mt-4 grid gap-4" data-no-print>
      <ActionForm id={`news-${id}`} action={reportPlacement} className="flex flex-wrap gap-2">
        {ids}
        {news[status].map((word, index) => (
          <SubmitButton key={word} name="news" value={word} variant={index === 0 ? "primary" : "quiet"}>
            {t(`news.${word}`)}
          </SubmitButton>
        ))}
      </ActionForm>
      {status === "confirmed" && (
        <details>
          <summary className="link inline-block cursor-pointer py-2">{t("agree")}</summary>
          <ActionForm
            id={`talk-${id}`}
            action={agreeOnTalk}
            values={dayValues("on", firstTalkOn)}
            className="mt-2 grid gap-4"
          >
            {ids}
            <DateField name="on" label={t("when")} hint={t("whenHint")} />
            <div>
              <SubmitButton variant="quiet">{t("save")}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      )}
    </div>
  );
}
