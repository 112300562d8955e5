import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { FocusHeading } from "@/components/staff/review/focus-heading";
import { More } from "@/components/staff/more";
import { BackLink } from "@/components/ui/back-link";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { type InboundRow, listThread } from "@/lib/domain/inbox/list-inbound-mails";
import { formatDateTimeShort } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import type { StaffContext } from "@/lib/web/guards";
import { firstText, type Query } from "@/lib/web/search-params";
import { framedMail } from "../../mail/framed-mail";
import { AssignCard } from "./assign-card";
import { Attachments } from "./attachments";
import { Decision } from "./decision";
import { kindTones } from "./kind-tones";
import { MailFacts } from "./mail-facts";
import { type Filter, mailHref } from "./mail-list";
import { SenderObjection } from "./sender-objection";
import { Steps } from "./steps";
import { Suggested } from "./suggested";

type Props = {
  ctx: StaffContext;
  mail: InboundMailView;
  rows: InboundRow[];
  filter: Filter;
  query: Query;
  canReview: boolean;
};

/** One mail: who wrote, whose it is, what it says, and what to do. */
export async function MailDetail({ ctx, mail, rows, filter, query, canReview }: Props) {
  const t = await getTranslations("staffInbox");
  const at = rows.findIndex((row) => row.id === mail.id);
  const [previousId, nextId] = [rows[at - 1]?.id, at < 0 ? rows[0]?.id : rows[at + 1]?.id];
  const isOpen = mail.state === "new" || mail.state === "assigned";
  const moment = firstText(query, "done") && `${firstText(query, "done")} ${firstText(query, "about")}`;
  const next = nextId ?? previousId;
  return (
    <article aria-labelledby="mail" data-review className="grid gap-5">
      <div className="lg:hidden">
        <BackLink href={withQuery(paths.admin.inbox, filter)}>{t("backToList")}</BackLink>
      </div>
      <header className="grid gap-3">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <FocusHeading id="mail" moment={moment} className="min-w-60 grow basis-0 text-xl break-words">
            {mail.subject || t("row.noSubject")}
          </FocusHeading>
          <Steps {...{ previousId, nextId, filter, canReview }} />
        </div>
        <div>
          <Badge tone={kindTones[mail.kind]}>{t(`kinds.${mail.kind}`)}</Badge>
        </div>
        <MailFacts ctx={ctx} mail={mail} />
      </header>
      {mail.isFromPractice === false && !mail.kind.startsWith("bounce") && (
        <Notice tone="needs">{t("mail.otherAddress", { email: mail.practice?.email ?? "–" })}</Notice>
      )}
      <SenderObjection ctx={ctx} mail={mail} />
      <Words mail={mail} />
      <Attachments mail={mail} />
      {isOpen && <Suggested {...{ ctx, mail, canReview, nextId: next }} />}
      {canReview && <Decision mail={mail} nextId={next} />}
      {canReview && isOpen && <AssignCard ctx={ctx} mail={mail} filter={filter} query={query} />}
      <Thread ctx={ctx} mail={mail} filter={filter} />
    </article>
  );
}

async function Words({ mail: { kind, content } }: { mail: InboundMailView }) {
  const t = await getTranslations("staffInbox.mail");
  return (
    <>
      {kind === "unreadable" && <Notice tone="needs">{t("unreadable")}</Notice>}
      <section className="rounded border border-line bg-sheet p-4 sm:p-5">
        {content.text ? (
          <p className="max-w-measure break-words whitespace-pre-wrap">{content.text}</p>
        ) : (
          <p className="text-ink-soft">{t("noText")}</p>
        )}
      </section>
      {content.quoted && (
        <More summary={t("quoted")}>
          <pre className="font-sans break-words whitespace-pre-wrap text-ink-soft">{content.quoted}</pre>
        </More>
      )}
      {content.html && (
        <More summary={t("formatted")}>
          {/* Links open beside the desk; nothing in the mail can run, load or reach the page around it. */}
          <iframe
            title={t("formattedTitle")}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
            loading="lazy"
            srcDoc={framedMail(content.html)}
            className="h-120 w-full rounded border border-line scheme-light"
          />
        </More>
      )}
    </>
  );
}

async function Thread({ ctx, mail, filter }: Pick<Props, "ctx" | "mail" | "filter">) {
  const [rows, t, locale] = [
    await listThread(ctx, mail.threadId),
    await getTranslations("staffInbox"),
    await getLocale(),
  ];
  const others = rows.filter((row) => row.id !== mail.id);
  if (others.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t("mail.thread")}</h3>
      <ul className="grid gap-1">
        {others.map((row) => (
          <li key={row.id}>
            <Link href={mailHref(row.id, { ...filter, page: 1 })} prefetch={false} className="link">
              {formatDateTimeShort(row.receivedAt, locale)} · {row.from || t("row.noSender")} ·{" "}
              {row.subject || t("row.noSubject")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
