import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { AnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import type { OwnAcceptance } from "@/lib/domain/placements/list-own-acceptances";
import type { PlacementStatus } from "@/lib/domain/placements/status";
import { formatDate } from "@/lib/format";
import { operator } from "@/lib/operator";
import { DeclineAll } from "./decline-all";
import { LostYes } from "./lost-yes";
import { openItems } from "./open-items";
import { TakeBack } from "./take-back";

type Props = {
  page: AnswerPage;
  token: string;
  /** The people whom a place was just offered, and for whom that does not hold. */
  lost?: AnswerPage["items"];
  now: Date;
  /** How far everybody came whom the practice accepted, as far as the reader may know it. */
  placed?: readonly PlacementStatus[];
  /** What a colleague said yes to and can still take back. */
  mistakes?: readonly OwnAcceptance[];
  /** Its rank where it is shown inside another page. */
  heading?: "h1" | "h3";
};
type Heading = Required<Pick<Props, "heading">>;

/** Who asks for what, in one sentence; thanks instead once something was answered. */
export function Intro({ placed = [], mistakes = [], lost = [], heading = "h1", ...props }: Props) {
  return (
    <>
      <Sender page={props.page} />
      <Matter {...props} placed={placed} mistakes={mistakes} lost={lost} heading={heading} />
    </>
  );
}

/** By the sign somebody on the telephone finds the inquiry; on paper the number stands beside it. */
function Sender({ page: { senderName: sender, reference } }: Pick<Props, "page">) {
  const t = useTranslations("respond");
  const { phone } = operator();
  return (
    <p className="mb-4 text-base text-ink-soft">
      {t("sender", { sender, reference })}
      {phone && <span className="hidden print:inline"> · {t("callUs", { phone })}</span>}
    </p>
  );
}

type MatterProps = Required<Props>;

function Matter(props: MatterProps) {
  const { page, lost, heading } = props;
  const isAnswered = page.items.some((item) => item.state === "answered" || item.state === "accepted");
  if (isAnswered || lost.length > 0) return <Thanks {...props} />;
  if (openItems(page).length === 0) return <Closed state={page.state} heading={heading} />;
  return <Question {...props} />;
}

function Question({ page, token, now, heading: Title }: MatterProps) {
  const t = useTranslations("respond");
  const locale = useLocale();
  const open = openItems(page).length;
  return (
    <>
      <Title className="max-w-measure text-xl leading-snug font-normal">
        {page.forwardId ? t("helloColleague") : t("hello", { name: page.therapistName })}
        <span className="mt-2 block font-semibold">{t("ask", { count: open })}</span>
      </Title>
      <p className="mt-3 text-base">
        {page.state === "expired"
          ? t("howLate")
          : page.dueOn
            ? t("how", { date: formatDate(page.dueOn, locale), count: open })
            : t("howAnyTime")}
      </p>
      {page.forwardId && (
        <p className="mt-3 max-w-measure text-base text-ink-soft">
          {t("forwarded", { name: page.therapistName })}
        </p>
      )}
      <DeclineAll token={token} open={open} now={now} isOwn={page.forwardId === null} />
    </>
  );
}

function Thanks({ page, token, lost, placed, mistakes, heading: Title }: MatterProps) {
  const t = useTranslations("respond.thanks");
  const locale = useLocale();
  const open = openItems(page).length;
  const { therapistName: name, dueOn, restsUntil } = page;
  const day = page.state === "open" && dueOn ? formatDate(dueOn, locale) : "";
  const isColleagueYes = page.forwardId !== null && page.items.some(({ state }) => state === "accepted");
  const mayArrange = placed.includes("confirmed");
  const isCorrectable = lost.some(({ mayCorrect }) => mayCorrect);
  return (
    <>
      <Title className="text-2xl">{t("title")}</Title>
      {lost.length > 0 && <LostYes lost={lost} token={token} />}
      <div className="mt-4">
        <Notice tone="good">
          {mayArrange && <p>{t("confirmed")}</p>}
          {placed.includes("accepted") && <p>{t("accepted")}</p>}
          {isColleagueYes && <p>{t("acceptedColleague", { name })}</p>}
          {isColleagueYes && mistakes.length === 0 && <Mistake name={name} />}
          {open > 0 && <p>{t("some", { open, day, hasDay: day ? "yes" : "no" })}</p>}
          {restsUntil && <p>{t("rests", { date: formatDate(restsUntil, locale) })}</p>}
          {open === 0 && !mayArrange && <p>{t(isCorrectable ? "allElse" : "all")}</p>}
        </Notice>
        {mistakes.map(({ id, position }) => (
          <TakeBack
            key={id}
            placementId={id}
            token={token}
            position={mistakes.length > 1 ? position : undefined}
          />
        ))}
      </div>
    </>
  );
}

/** A colleague's yes is the practice's, and the practice takes it back. */
function Mistake({ name }: { name: string }) {
  const { phone } = operator();
  const t = useTranslations("respond.correct");
  return <p>{t("mistakeColleague", { name, phone, hasPhone: phone ? "yes" : "no" })}</p>;
}

function Closed({ state, heading: Title }: { state: AnswerPage["state"] } & Heading) {
  const t = useTranslations("respond.closed");
  return (
    <>
      <Title className="text-2xl">{t("title")}</Title>
      <p className="mt-4 max-w-measure">{t(state === "expired" ? "expired" : "answered")}</p>
    </>
  );
}
