import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PinSelection } from "@/components/staff/review/pin-selection";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { listProposals, type Proposal } from "@/lib/domain/inquiries/list-proposals";
import { explainItem } from "@/lib/domain/matching/explain-item";
import { getLatestRun } from "@/lib/domain/matching/get-latest-run";
import { getSettings } from "@/lib/domain/settings/settings";
import { getTherapist } from "@/lib/domain/therapists/get-therapist";
import { paths } from "@/lib/paths";
import { requireStaff, type StaffContext } from "@/lib/web/guards";
import { isId } from "@/lib/web/page";
import { firstText, type Query, type SearchParams } from "@/lib/web/search-params";
import { Decided } from "./decided";
import { NoProposals } from "./no-proposals";
import { ProposalDetail } from "./proposal-detail";
import { ProposalList } from "./proposal-list";
import { isOpen, RunExplained, RunLine, StartRun } from "./run-line";

type Props = { params: Promise<{ id?: string[] }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMatches"))("title") };
}

/** Proposed inquiries: the list on the left, one of them with its reasons on the right. */
export default async function MatchesPage({ params, searchParams }: Props) {
  const [chosen, ...rest] = (await params).id ?? [];
  const ctx = await requireStaff("inquiries.read", chosen ? paths.admin.match(chosen) : paths.admin.matches);
  if (rest.length > 0 || (chosen && !isId(chosen))) notFound();
  const [proposals, run, settings, query, t] = await Promise.all([
    listProposals(ctx),
    getLatestRun(ctx),
    getSettings(ctx),
    searchParams,
    getTranslations("staffMatches"),
  ]);
  const canReview = may(ctx, "inquiries.review");
  const selected = proposals.find(({ id }) => id === chosen) ?? (chosen ? undefined : proposals[0]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { count: proposals.length })}
        actions={canReview && <Actions proposals={proposals} startRun={<StartRun run={run} />} />}
      />
      <div className={chosen ? "max-lg:hidden" : ""}>
        <RunLine run={run} now={ctx.now} />
        <RunExplained run={run} settings={settings} />
      </div>
      {isOpen(run) && !chosen && selected && <PinSelection path={paths.admin.match(selected.id)} />}
      <Decided query={query} />
      {proposals.length === 0 && !chosen && <NoProposals run={run} canReview={canReview} />}
      {(proposals.length > 0 || chosen) && (
        <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <div className={chosen ? "max-lg:hidden" : ""}>
            <ProposalList proposals={proposals} selectedId={selected?.id} />
          </div>
          <div className={chosen ? "" : "max-lg:hidden"}>
            {selected ? (
              <Detail {...{ ctx, proposals, selected, query, settings }} />
            ) : (
              <Gone nextId={proposals[0]?.id} />
            )}
          </div>
        </div>
      )}
    </>
  );
}

async function Actions({ proposals, startRun }: { proposals: Proposal[]; startRun: React.ReactNode }) {
  const t = await getTranslations("staffMatches.approveAll");
  return (
    <>
      {proposals.length > 1 && (
        <ButtonLink href={paths.admin.matchesApproveAll} variant="quiet">
          {t("link", { count: proposals.length })}
        </ButtonLink>
      )}
      {startRun}
    </>
  );
}

type DetailProps = {
  ctx: StaffContext;
  proposals: Proposal[];
  selected: Proposal;
  query: Query;
  settings: Awaited<ReturnType<typeof getSettings>>;
};

async function Detail({ ctx, proposals, selected, query, settings }: DetailProps) {
  const locale = await getLocale();
  const [therapist, ...explanations] = await Promise.all([
    getTherapist(ctx, selected.therapist.id),
    ...selected.items.map((item) => explainItem(ctx, item.id, locale)),
  ]);
  const position = proposals.indexOf(selected);
  const decided = firstText(query, "done") && `${firstText(query, "done")} ${firstText(query, "about")}`;
  return (
    <ProposalDetail
      proposal={selected}
      therapist={therapist}
      explanations={explanations}
      previousId={proposals[position - 1]?.id}
      nextId={proposals[position + 1]?.id}
      position={position + 1}
      total={proposals.length}
      moment={decided}
      now={ctx.now}
      canReview={may(ctx, "inquiries.review")}
      reminderAfterDays={settings.reminderAfterDays}
    />
  );
}

async function Gone({ nextId }: { nextId: string | undefined }) {
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
