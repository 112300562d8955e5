import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { AnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { formatDate } from "@/lib/format";
import { operator } from "@/lib/operator";
import { DeclineAll } from "./decline-all";
import { openItems } from "./open-items";

type Props = {
  page: AnswerPage;
  token: string;
  /** How many of the people just offered a place had found one a moment before. */
  faster: number;
  now: Date;
  /** Its rank where it is shown inside another page. */
  heading?: "h1" | "h3";
};
type Heading = Required<Pick<Props, "heading">>;

/** Who asks for what, in one sentence; thanks instead once something was answered. */
export function Intro({ page, token, faster, now, heading = "h1" }: Props) {
  const open = openItems(page).length;
  const isAnswered = page.items.some((item) => item.state === "answered" || item.state === "accepted");
  if (isAnswered || faster > 0)
    return <Thanks page={page} open={open} token={token} faster={faster} now={now} heading={heading} />;
  if (open === 0) return <Closed state={page.state} heading={heading} />;
  return <Question page={page} open={open} token={token} now={now} heading={heading} />;
}

type QuestionProps = Omit<Props, "faster"> & Heading & { open: number };

function Question({ page, open, token, now, heading: Title }: QuestionProps) {
  const t = useTranslations("respond");
  const locale = useLocale();
  return (
    <>
      <p className="mb-4 text-base text-ink-soft">
        {t("sender", { sender: page.senderName, reference: page.reference })}
      </p>
      <Title className="max-w-measure text-xl leading-snug font-normal">
        {page.forwardId ? t("helloColleague") : t("hello", { name: page.therapistName })}
        <span className="mt-2 block font-semibold">{t("ask", { count: open })}</span>
      </Title>
      <p className="mt-3 text-base text-ink-soft">
        {page.state === "expired"
          ? t("howLate")
          : page.dueOn
            ? t("how", { date: formatDate(page.dueOn, locale) })
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

type ThanksProps = Props & Heading & { open: number };

function Thanks({ page, open, token, faster, now, heading: Title }: ThanksProps) {
  const t = useTranslations("respond.thanks");
  const { reference, therapistName: name } = page;
  const hasAccepted = page.items.some((item) => item.state === "accepted");
  return (
    <>
      <Title className="text-2xl">{t("title")}</Title>
      <div className="mt-4">
        <Notice tone="good">
          {faster > 0 && <p>{t("faster", { count: faster })}</p>}
          {hasAccepted && (
            <p>
              {page.forwardId ? t("acceptedColleague", { reference, name }) : t("accepted", { reference })}
            </p>
          )}
          {hasAccepted && page.forwardId && <Mistake name={name} />}
          <p>{open > 0 ? t("some", { open }) : t("all")}</p>
        </Notice>
      </div>
      {open > 0 && <DeclineAll token={token} open={open} now={now} isOwn={page.forwardId === null} isRest />}
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
