import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Pagination } from "@/components/table/pagination";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/core/context";
import { getInboundMail } from "@/lib/domain/inbox/get-inbound-mail";
import {
  type InboxView,
  inboxFilter,
  inboxPageSize,
  inboxViews,
  listInboundMails,
  viewOf,
} from "@/lib/domain/inbox/list-inbound-mails";
import { getMailboxState } from "@/lib/domain/inbox/read-mailbox-now";
import { countOpenMails } from "@/lib/domain/staff/count-waiting";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { isId, orNotFound } from "@/lib/web/page";
import { filterOf, firstText, type SearchParams } from "@/lib/web/search-params";
import { Decided } from "./decided";
import { MailDetail } from "./mail-detail";
import { MailList } from "./mail-list";
import { MailboxLine, ReadNow } from "./mailbox-line";

type Props = { params: Promise<{ id?: string[] }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffInbox"))("title") };
}

/** Mails that came in: the list on the left, one of them with what it seems to say on the right. */
export default async function InboxPage({ params, searchParams }: Props) {
  const [chosen, ...rest] = (await params).id ?? [];
  const ctx = await requireStaff("mail.read", chosen ? paths.admin.inboxMail(chosen) : paths.admin.inbox);
  if (rest.length > 0 || (chosen && !isId(chosen))) notFound();
  const query = await searchParams;
  const mail = chosen ? await orNotFound(getInboundMail(ctx, chosen)) : null;
  const asked = filterOf(inboxFilter, query);
  const filter = firstText(query, "view") || !mail ? asked : { ...asked, view: viewOf(mail.state) };
  const [{ rows, total }, waiting, mailbox, t] = await Promise.all([
    listInboundMails(ctx, filter),
    countOpenMails(ctx),
    getMailboxState(ctx),
    getTranslations("staffInbox"),
  ]);
  const canReview = may(ctx, "inquiries.review");
  const here = (changes: object) => withQuery(paths.admin.inbox, { view: filter.view, ...changes });
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { count: waiting })}
        actions={canReview && mailbox.configured && <ReadNow />}
      />
      <div className={chosen ? "max-lg:hidden" : ""}>
        <MailboxLine mailbox={mailbox} />
        <Views current={filter.view} waiting={waiting} />
      </div>
      <Decided query={query} canReview={canReview} />
      {rows.length === 0 && !mail ? (
        <Empty view={filter.view} />
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <div className={chosen ? "max-lg:hidden" : ""}>
            <MailList rows={rows} selectedId={mail?.id} filter={filter} now={ctx.now} />
            <Pagination
              page={filter.page}
              pageSize={inboxPageSize}
              total={total}
              href={(page) => here({ page })}
            />
          </div>
          <div className={chosen ? "" : "max-lg:hidden"}>
            {mail ? (
              <MailDetail {...{ ctx, mail, rows, filter, query, canReview }} />
            ) : (
              <p className="p-8 text-center text-ink-soft">{t("empty.choose")}</p>
            )}
          </div>
        </div>
      )}
    </>
  );
}

async function Views({ current, waiting }: { current: InboxView; waiting: number }) {
  const t = await getTranslations("staffInbox.views");
  const tabs = inboxViews.map((view) => ({
    href: withQuery(paths.admin.inbox, { view: view === "open" ? null : view }),
    label: t(view),
    count: view === "open" ? waiting : undefined,
    current: view === current,
  }));
  return <Tabs label={t("label")} tabs={tabs} />;
}

async function Empty({ view }: { view: InboxView }) {
  const t = await getTranslations("staffInbox.empty");
  return <EmptyState title={t(view)}>{t(view === "open" ? "openText" : "otherText")}</EmptyState>;
}
