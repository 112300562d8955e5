import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PinSelection } from "@/components/staff/review/pin-selection";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { findProposal } from "@/lib/domain/inquiries/get-proposal";
import { expectFirstSending, expectSending } from "@/lib/domain/inquiries/expect-sending";
import { listProposals } from "@/lib/domain/inquiries/list-proposals";
import { listProfileRisks } from "@/lib/domain/inquiries/profile-risks";
import { explainOdds } from "@/lib/domain/matching/odds/explain-odds";
import { explainProposal } from "@/lib/domain/matching/fits/explain-proposal";
import { getLatestRun } from "@/lib/domain/matching/run/get-latest-run";
import { findCandidates } from "@/lib/domain/matching/fits/list-candidates";
import { strategyInForce } from "@/lib/domain/matching/compose/strategy-in-force";
import { getSettings } from "@/lib/domain/settings/settings";
import { paths } from "@/lib/paths";
import { requireStaff, type StaffContext } from "@/lib/web/guards";
import { isId } from "@/lib/web/page";
import { firstText, type Query, type SearchParams } from "@/lib/web/search-params";
import { Decided } from "./decided";
import { NoProposals } from "./no-proposals";
import { ProposalDetail } from "./proposal-detail";
import { ProposalList } from "./proposal-list";
import { isOpen, RunExplained, RunLine, StartRun } from "./run-line";
import { readUndo } from "./undo";

type Props = { params: Promise<{ id?: string[] }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMatches"))("title") };
}

/** Proposed inquiries: the list on the left, one of them with its reasons on the right. */
export default async function MatchesPage({ params, searchParams }: Props) {
  const [chosen, ...rest] = (await params).id ?? [];
  const ctx = await requireStaff("inquiries.read", chosen ? paths.admin.match(chosen) : paths.admin.matches);
  if (rest.length > 0 || (chosen && !isId(chosen))) notFound();
  const query = await searchParams;
  const inForce = getSettings(ctx);
  const [list, run, settings, strategy, asked, t] = await Promise.all([
    listProposals(ctx, { selectedId: chosen, page: pageIn(query) }),
    getLatestRun(ctx),
    inForce,
    inForce.then((settings) => strategyInForce(ctx, settings)),
    chosen ? loadReview(ctx, chosen, query) : null,
    getTranslations("staffMatches"),
  ]);
  const canReview = may(ctx, "inquiries.review");
  const review = list.selectedId ? (asked ?? (await loadReview(ctx, list.selectedId, query))) : null;
  const proposal = review?.proposal ?? null;
  const explained = <RunExplained run={run} settings={settings} strategy={strategy} />;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { count: list.total })}
        actions={canReview && <Actions total={list.total} startRun={<StartRun run={run} />} />}
      />
      <div className={`mb-5 ${chosen ? "max-lg:hidden" : ""}`}>
        <RunLine run={run} now={ctx.now} canReview={canReview} />
      </div>
      {isOpen(run) && !chosen && proposal && <PinSelection path={paths.admin.match(proposal.id)} />}
      <Decided
        {...{ query, proposal, canReview }}
        isRunOpen={isOpen(run)}
        now={ctx.now}
        sendDelaySeconds={settings.sendDelaySeconds}
        sendsAt={await sendingOfDecided(ctx, query)}
      />
      {list.total === 0 && !chosen && (
        <div className="grid gap-5">
          <NoProposals run={run} canReview={canReview} />
          {explained}
        </div>
      )}
      {(list.total > 0 || chosen) && (
        <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <div className={`lg:self-stretch ${chosen ? "max-lg:hidden" : ""}`}>
            <div className="grid gap-5 lg:sticky lg:top-4">
              <ProposalList list={list} selectedId={proposal?.id} />
              {explained}
            </div>
          </div>
          <div className={chosen ? "" : "max-lg:hidden"}>
            {review && proposal ? (
              <ProposalDetail
                {...{ ...review, proposal, list, settings, canReview }}
                moment={momentOf(query)}
                now={ctx.now}
              />
            ) : (
              <Gone nextId={list.nextId} />
            )}
          </div>
        </div>
      )}
    </>
  );
}

/** When what was just approved leaves. */
function sendingOfDecided(ctx: StaffContext, query: Query): Promise<Date | null> | null {
  const done = firstText(query, "done");
  if (done === "all") return expectFirstSending(ctx);
  const undo = done === "approved" ? readUndo(firstText(query, "undo") ?? "") : null;
  return undo && expectSending(ctx, undo.inquiryId);
}

async function Actions({ total, startRun }: { total: number; startRun: React.ReactNode }) {
  const t = await getTranslations("staffMatches.approveAll");
  return (
    <>
      {total > 1 && (
        <ButtonLink href={paths.admin.matchesApproveAll} variant="quiet">
          {t("link", { count: total })}
        </ButtonLink>
      )}
      {startRun}
    </>
  );
}

/** A proposal with everything that is shown of it, all asked for at once. */
async function loadReview(ctx: StaffContext, id: string, query: Query) {
  const locale = await getLocale();
  const [proposal, explanations, odds, risks, candidates, sendsAt] = await Promise.all([
    findProposal(ctx, id),
    explainProposal(ctx, id, locale),
    explainOdds(ctx, id, locale),
    listProfileRisks(ctx, id),
    firstText(query, "show") === "others" ? findCandidates(ctx, id, locale) : null,
    expectSending(ctx, id),
  ]);
  return { proposal, explanations, odds, risks, candidates, sendsAt };
}

/** Which decision led here, if one did. */
function momentOf(query: Query): string | undefined {
  const done = firstText(query, "done");
  return done && `${done} ${firstText(query, "about")}`;
}

async function Gone({ nextId }: { nextId: string | null }) {
  const t = await getTranslations("staffMatches.review");
  return (
    <div className="grid justify-items-start gap-4">
      <Notice tone="needs">{t("gone")}</Notice>
      <ButtonLink href={nextId ? paths.admin.match(nextId) : paths.admin.matches} variant="quiet">
        {t(nextId ? "goneNext" : "goneList")}
      </ButtonLink>
    </div>
  );
}

const pageIn = (query: Query) => Number(/^\d{1,4}$/.exec(firstText(query, "page") ?? "")?.[0] ?? 1);
