import Link from "next/link";
import { useTranslations } from "next-intl";
import { FocusHeading } from "@/components/staff/review/focus-heading";
import { BackLink } from "@/components/ui/back-link";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import type { Proposal } from "@/lib/domain/inquiries/get-proposal";
import type { ProposalPage } from "@/lib/domain/inquiries/list-proposals";
import type { ProfileRisk } from "@/lib/domain/inquiries/profile";
import type { OddsExplanation } from "@/lib/domain/matching/odds/explain-odds";
import type { PairExplanation } from "@/lib/domain/matching/fits/explain-pair";
import type { ProposalCandidates } from "@/lib/domain/matching/fits/list-candidates";
import type { Settings } from "@/lib/domain/settings/settings";
import { telephoneLink } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { Candidates } from "./candidates";
import { Decision } from "./decision";
import { SharedDoubts, doubtsOfAll } from "./doubts";
import { KeySheet } from "./key-sheet";
import { ProposalMap } from "./proposal-map";
import { ProposedPatient } from "./proposed-patient";
import { TherapistLine } from "./therapist-line";

type Props = {
  proposal: Proposal;
  /** By item; who is missing searches no longer. */
  explanations: Map<string, PairExplanation>;
  /** By item; who is missing was proposed without estimates. */
  odds: Map<string, OddsExplanation>;
  /** By item: who could be recognised. */
  risks: Map<string, ProfileRisk[]>;
  /** Null until somebody asks for them. */
  candidates: ProposalCandidates | null;
  list: ProposalPage;
  /** Which decision led here, if one did. */
  moment: string | undefined;
  now: Date;
  canReview: boolean;
  settings: Settings;
  /** When its mail leaves if it is approved now; null while that is up to a person. */
  sendsAt: Date | null;
};

/** One proposed inquiry: who is asked, about whom and why, and the decision. */
export function ProposalDetail(props: Props) {
  const { proposal, explanations, candidates, list, now, canReview, settings, sendsAt } = props;
  const { therapist } = proposal;
  const t = useTranslations("staffMatches");
  const told = doubtsOfAll(proposal.items.map(({ id }) => explanations.get(id) ?? null));
  const nextId = list.nextId ?? list.previousId;
  return (
    <article aria-labelledby="proposal" className="grid gap-5">
      <div className="lg:hidden">
        <BackLink href={paths.admin.matches}>{t("backToList")}</BackLink>
      </div>
      <header>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-60 grow basis-0">
            <FocusHeading id="proposal" moment={props.moment} className="text-xl">
              {[therapist.title, therapist.firstName, therapist.lastName].filter(Boolean).join(" ")}
            </FocusHeading>
            <p className="text-ink-soft">
              {[
                proposal.practiceName,
                therapist.locations[0]?.address.city,
                t("item.reference", { reference: proposal.reference }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <Contact proposal={proposal} />
          </div>
          <Steps {...props} />
        </div>
        <div className="mt-3 border-t border-line pt-3">
          <TherapistLine therapist={therapist} channel={proposal.channel} now={now} />
        </div>
      </header>
      <SharedDoubts sentences={told} />
      <TooMany count={proposal.items.length} max={settings.maxItems} />
      <ol className="grid gap-3">
        {proposal.items.map((item, index) => (
          <ProposedPatient
            key={item.id}
            item={item}
            number={index + 1}
            explanation={explanations.get(item.id) ?? null}
            odds={props.odds.get(item.id)}
            risks={props.risks.get(item.id) ?? []}
            told={told}
            maxParallel={settings.maxParallel}
            now={now}
            canReview={canReview}
          />
        ))}
      </ol>
      <p className="flex flex-wrap gap-2">
        <Link
          href={paths.admin.matchPreview(proposal.id)}
          prefetch={false}
          data-key="p"
          className={buttonClass("quiet")}
        >
          {t("preview.open")}
        </Link>
        <Link
          href={withQuery(paths.admin.match(proposal.id), { show: "others" }) + "#others"}
          prefetch={false}
          data-key="e"
          className={buttonClass("quiet")}
        >
          {t("others.open")}
        </Link>
      </p>
      {candidates && (
        <Candidates
          {...{ proposal, candidates, now, canReview }}
          isFull={proposal.items.length >= settings.maxItems}
          moment={props.moment ? undefined : proposal.id}
        />
      )}
      <div className="max-w-120">
        <ProposalMap proposal={proposal} />
      </div>
      {canReview && (
        <Decision
          sendsAt={sendsAt}
          key={`${proposal.id} ${proposal.version}`}
          proposal={proposal}
          nextId={nextId}
          settings={settings}
          now={now}
        />
      )}
    </article>
  );
}

/** The setting may have been lowered since; then a person decides. */
function TooMany({ count, max }: { count: number; max: number }) {
  const t = useTranslations("staffMatches");
  return count > max ? <Notice tone="needs">{t("tooMany", { count, max })}</Notice> : null;
}

function Contact({ proposal: { channel, therapist, email, phone } }: { proposal: Proposal }) {
  const t = useTranslations("staffMatches.item");
  return (
    <p className="mt-1">
      {channel === "email" ? t("byMail", { email: email ?? "–" }) : t("byPhone")}
      {phone && (
        <>
          {" · "}
          <a href={telephoneLink(phone)} className="link whitespace-nowrap">
            {phone}
          </a>
        </>
      )}
      {" · "}
      <Link href={paths.admin.therapist(therapist.id)} prefetch={false} className="link">
        {t("openTherapist")}
      </Link>
    </p>
  );
}

function Steps({ list: { previousId, nextId, position, total }, canReview }: Props) {
  const t = useTranslations("staffMatches.review");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <KeySheet canReview={canReview} />
      <span className="px-1 text-ink-soft tabular-nums">{t("position", { position, total })}</span>
      {previousId && (
        <Step key="previous" id={previousId} dataKey="k">
          {t("previous")}
        </Step>
      )}
      {nextId && (
        <Step key="next" id={nextId} dataKey="j">
          {t("next")}
        </Step>
      )}
    </div>
  );
}

function Step({ id, dataKey, children }: { id: string; dataKey: string; children: React.ReactNode }) {
  return (
    <Link
      href={paths.admin.match(id)}
      prefetch={false}
      scroll={false}
      data-key={dataKey}
      className={buttonClass("quiet")}
    >
      {children}
    </Link>
  );
}
