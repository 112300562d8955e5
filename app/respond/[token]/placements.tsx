import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
  const stateOf = ({ status, contact, position, talkIsAhead }: AnswerPlacement) => {
    if (status === "confirmed" && !contact) return t("willCall", { reference, position });
    return t(`states.${status === "confirmed" && talkIsAhead ? "dated" : status}`);
  };
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

/** What can be told in each state: the next step with one click, what ends something only with a second. */
const news = {
  confirmed: { next: "first_talk", mayStart: false, ends: failReasonsOf.therapist },
  first_talk: { next: "trial_sessions", mayStart: true, ends: ["unsuitable", "no_capacity"] },
  trial_sessions: { next: null, mayStart: true, ends: ["unsuitable", "no_capacity"] },
} as const;

function Progress({ placement, token }: { placement: AnswerPlacement; token: string }) {
  const { id, status, firstTalkOn, talkIsAhead } = placement;
  const t = useTranslations("respond.placements");
  if (status !== "confirmed" && status !== "first_talk" && status !== "trial_sessions") return null;
  const { next, mayStart, ends } = news[status];
  const ids = (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="placementId" value={id} />
    </>
  );
  return (
    <div className="mt-4 grid gap-4" data-no-print>
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
      <ActionForm id={`news-${id}`} action={reportPlacement} className="grid gap-2">
        {ids}
        {next && !talkIsAhead && (
          <div>
            <SubmitButton name="news" value={next}>
              {t(`news.${next}`)}
            </SubmitButton>
          </div>
        )}
        {mayStart && (
          <SecondStep title={t("news.started")} text={t("startedSure")}>
            <SubmitButton name="news" value="started">
              {t("startedYes")}
            </SubmitButton>
          </SecondStep>
        )}
        <SecondStep title={t("ends")} text={t("endsText")}>
          {ends
            // Nobody has failed to come before the day.
            .filter((word) => word !== "no_show" || !talkIsAhead)
            .map((word) => (
              <SubmitButton key={word} name="news" value={word} variant="quiet">
                {t(`news.${word}`)}
              </SubmitButton>
            ))}
        </SecondStep>
      </ActionForm>
    </div>
  );
}

type SecondStepProps = { title: string; text: string; children: ReactNode };

/** What cannot be taken back on this page is not one slip of the finger away, without a script too. */
function SecondStep({ title, text, children }: SecondStepProps) {
  return (
    <details>
      <summary className="link inline-block cursor-pointer py-2">{title}</summary>
      <p className="mt-1 max-w-measure text-base">{text}</p>
      <div className="mt-3 flex flex-wrap gap-2">{children}</div>
    </details>
  );
}
