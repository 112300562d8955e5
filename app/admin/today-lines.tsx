import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import type { Reach, Today, TodayTask } from "@/lib/domain/staff/get-today";
import { formatDateTimeShort, formatRelativeDay, telephoneLink } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { FinishTask } from "./finish-task";

type LineProps = { badge: ReactNode; title: ReactNode; meta?: ReactNode; actions: ReactNode };

function Line({ badge, title, meta, actions }: LineProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0">
      <span className="w-34 shrink-0">{badge}</span>
      <div className="min-w-60 grow basis-80">
        <p className="font-medium">{title}</p>
        {meta && <p className="text-sm text-ink-soft">{meta}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2">{actions}</div>
    </li>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-lg font-semibold">{title}</h2>
      <ul className="mt-2 border-y border-line">{children}</ul>
    </section>
  );
}

const taskKinds: Record<
  TodayTask["kind"],
  {
    tone: Tone;
    word:
      | "crisisKind"
      | "mailKind"
      | "contactKind"
      | "placementKind"
      | "dataKind"
      | "recordKind"
      | "inquiryKind";
  }
> = {
  crisis: { tone: "bad", word: "crisisKind" },
  wrong_mailbox: { tone: "needs", word: "contactKind" },
  mail_failed: { tone: "warn", word: "mailKind" },
  mail_unknown: { tone: "warn", word: "mailKind" },
  mail_bounced: { tone: "needs", word: "contactKind" },
  no_contact: { tone: "needs", word: "contactKind" },
  wrong_number: { tone: "needs", word: "contactKind" },
  placement_call: { tone: "needs", word: "placementKind" },
  placement_unclear: { tone: "needs", word: "placementKind" },
  taken_over: { tone: "needs", word: "inquiryKind" },
  wrong_data: { tone: "needs", word: "dataKind" },
  registered_again: { tone: "needs", word: "recordKind" },
  registered_placed: { tone: "needs", word: "placementKind" },
};

export function TaskLines({ tasks, now, canWrite }: { tasks: TodayTask[]; now: Date; canWrite: boolean }) {
  const t = useTranslations("staffToday.tasks");
  const locale = useLocale();
  if (tasks.length === 0) return null;
  return (
    <Group title={t("title")}>
      {tasks.map((task) => (
        <Line
          key={task.id}
          badge={<Badge tone={taskKinds[task.kind].tone}>{t(taskKinds[task.kind].word)}</Badge>}
          title={t(sentenceOf(task), { name: task.label ?? "–", ...placeOf(task) })}
          meta={
            <>
              {t("due", { day: formatRelativeDay(task.dueAt, now, locale) })}
              {task.reach?.contact && <ReachLine contact={task.reach.contact} />}
            </>
          }
          actions={
            <>
              <SubjectLink task={task} />
              {canWrite && <FinishTask task={task} />}
            </>
          }
        />
      ))}
    </Group>
  );
}

function sentenceOf({ kind, reach, about }: TodayTask) {
  if (kind === "crisis" && reach && !reach.hasPhone) return "crisisWithoutPhone";
  if (kind === "placement_unclear" && about) return "placementUnclearAt";
  return kind === "placement_call" && about?.letter ? (`placementCalls.${about.letter}` as const) : kind;
}

const placeOf = ({ about }: TodayTask) => ({
  practice: about?.practice ?? "",
  reference: about?.reference ?? "",
  position: about?.position ?? 0,
});

/** The number to call or, without one, the address to write to. */
function ReachLine({
  contact: { phone, email, emailConfirmed },
}: {
  contact: NonNullable<Reach["contact"]>;
}) {
  const t = useTranslations("staffToday.tasks");
  if (phone)
    return (
      <a href={telephoneLink(phone)} className="link ml-3 font-semibold">
        {phone}
      </a>
    );
  if (!email) return <span className="ml-3">{t("unreachable")}</span>;
  return (
    <span className="ml-3">
      <a href={`mailto:${email}`} className="link font-semibold break-all">
        {email}
      </a>{" "}
      {!emailConfirmed && t("emailOpen")}
    </span>
  );
}

function SubjectLink({ task: { kind, subjectKind, subjectId } }: { task: TodayTask }) {
  const t = useTranslations("staffToday.tasks");
  const link = subjectLinks[subjectKind];
  if (!link) return null;
  return (
    <ButtonLink href={link.href(subjectId)} variant={kind === "crisis" ? "primary" : "quiet"}>
      {t(link.word)}
    </ButtonLink>
  );
}

type SubjectLinkWords = {
  href: (id: string) => string;
  word: "openPatient" | "openMail" | "openTherapist" | "openInquiry";
};
const subjectLinks: Record<string, SubjectLinkWords | undefined> = {
  patient: { href: paths.admin.patient, word: "openPatient" },
  mail: { href: paths.admin.mailItem, word: "openMail" },
  therapist: { href: paths.admin.therapist, word: "openTherapist" },
  inquiry: { href: paths.admin.inquiry, word: "openInquiry" },
};

type ReviewProps = Pick<Today, "proposals" | "newTherapists" | "inbox">;

export function ReviewLines({ proposals, newTherapists, inbox }: ReviewProps) {
  const t = useTranslations("staffToday.review");
  if (proposals + newTherapists + inbox === 0) return null;
  return (
    <Group title={t("title")}>
      {inbox > 0 && (
        <Line
          badge={<Badge tone="needs">{inbox}</Badge>}
          title={t("inbox", { count: inbox })}
          actions={<ButtonLink href={paths.admin.inbox}>{t("inboxAction")}</ButtonLink>}
        />
      )}
      {proposals > 0 && (
        <Line
          badge={<Badge tone="needs">{proposals}</Badge>}
          title={t("proposals", { count: proposals })}
          actions={<ButtonLink href={paths.admin.matches}>{t("proposalsAction")}</ButtonLink>}
        />
      )}
      {newTherapists > 0 && (
        <Line
          badge={<Badge tone="needs">{newTherapists}</Badge>}
          title={t("therapists", { count: newTherapists })}
          actions={
            <ButtonLink
              variant="quiet"
              href={withQuery(paths.admin.therapists, { status: "pending_review" })}
            >
              {t("therapistsAction")}
            </ButtonLink>
          }
        />
      )}
    </Group>
  );
}

/** One line for each inquiry, who has a place first; the rest stands in the list of inquiries. */
export function AnswerLines({ answers, moreAnswers }: Pick<Today, "answers" | "moreAnswers">) {
  const t = useTranslations("staffToday.answers");
  const locale = useLocale();
  if (answers.length === 0) return null;
  return (
    <div>
      <Group title={t("title")}>
        {answers.map(({ inquiryId, reference, therapistName: name, yes, no, at }) => (
          <Line
            key={inquiryId}
            badge={
              yes > 0 ? (
                <Badge tone="good">{t("yes", { count: yes })}</Badge>
              ) : (
                <Badge>{t("no", { count: no })}</Badge>
              )
            }
            title={t("line", { name, reference })}
            meta={[yes > 0 && no > 0 && t("no", { count: no }), formatDateTimeShort(at, locale)]
              .filter(Boolean)
              .join(" · ")}
            actions={
              <ButtonLink variant="quiet" href={paths.admin.inquiry(inquiryId)}>
                {t("action")}
              </ButtonLink>
            }
          />
        ))}
      </Group>
      {moreAnswers > 0 && (
        <p className="mt-2">
          <Link href={paths.admin.inquiries} className="link">
            {t("more", { count: moreAnswers })}
          </Link>
        </p>
      )}
    </div>
  );
}
