import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { listProposals, type Proposal } from "@/lib/domain/inquiries/list-proposals";
import { explainItem } from "@/lib/domain/matching/explain-item";
import { getLatestRun } from "@/lib/domain/matching/get-latest-run";
import { paths } from "@/lib/paths";
import { requireStaff, type StaffContext } from "@/lib/web/guards";
import { isId } from "@/lib/web/page";
import type { SearchParams } from "@/lib/web/search-params";
import { Done } from "../../done";
import { ApproveAll } from "./approve-all";
import { ProposalDetail } from "./proposal-detail";
import { ProposalList } from "./proposal-list";
import { RunLine, StartRun } from "./run-line";

type Props = { params: Promise<{ id?: string[] }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMatches"))("title") };
}

/** Proposed inquiries: the list on the left, one of them with its reasons on the right. */
export default async function MatchesPage({ params, searchParams }: Props) {
  const [chosen, ...rest] = (await params).id ?? [];
  const ctx = await requireStaff("inquiries.read", chosen ? paths.admin.match(chosen) : paths.admin.matches);
  if (rest.length > 0 || (chosen && !isId(chosen))) notFound();
  const [proposals, run, t] = await Promise.all([
    listProposals(ctx),
    getLatestRun(ctx),
    getTranslations("staffMatches"),
  ]);
  const canReview = may(ctx, "inquiries.review");
  const selected = proposals.find(({ id }) => id === chosen) ?? (chosen ? undefined : proposals[0]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { count: proposals.length })}
        actions={canReview && <StartRun run={run} />}
      />
      <RunLine run={run} now={ctx.now} />
      <Done query={await searchParams} area="staffMatches" />
      {proposals.length === 0 && !chosen && (
        <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
      )}
      {(proposals.length > 0 || chosen) && (
        <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <div className={chosen ? "max-lg:hidden" : ""}>
            <ProposalList proposals={proposals} selectedId={selected?.id} />
            {canReview && proposals.length > 1 && <ApproveAll proposals={proposals} />}
          </div>
          <div className={chosen ? "" : "max-lg:hidden"}>
            {selected ? (
              <Detail ctx={ctx} proposals={proposals} selected={selected} canReview={canReview} />
            ) : (
              <Notice tone="needs">{t("review.gone")}</Notice>
            )}
          </div>
        </div>
      )}
    </>
  );
}

type DetailProps = { ctx: StaffContext; proposals: Proposal[]; selected: Proposal; canReview: boolean };

async function Detail({ ctx, proposals, selected, canReview }: DetailProps) {
  const locale = await getLocale();
  const explanations = await Promise.all(selected.items.map((item) => explainItem(ctx, item.id, locale)));
  const position = proposals.indexOf(selected);
  return (
    <ProposalDetail
      key={selected.id}
      proposal={selected}
      explanations={explanations}
      previousId={proposals[position - 1]?.id}
      nextId={proposals[position + 1]?.id}
      now={ctx.now}
      canReview={canReview}
    />
  );
}
