import Link from "next/link";
import { useTranslations } from "next-intl";
import { FocusHeading } from "@/components/staff/review/focus-heading";
import { BackLink } from "@/components/ui/back-link";
import { buttonClass } from "@/components/ui/button-class";
import type { Proposal } from "@/lib/domain/inquiries/list-proposals";
import type { PairExplanation } from "@/lib/domain/matching/explain-pair";
import type { TherapistRecord } from "@/lib/domain/therapists/get-therapist";
import { telephoneLink } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Decision } from "./decision";
import { KeySheet } from "./key-sheet";
import { ProposedPatient } from "./proposed-patient";
import { TherapistLine } from "./therapist-line";

type Props = {
  proposal: Proposal;
  therapist: TherapistRecord;
  /** For each item; null when its search is over. */
  explanations: (PairExplanation | null)[];
  previousId: string | undefined;
  nextId: string | undefined;
  /** Its place in the list, from 1. */
  position: number;
  total: number;
  /** Which decision led here, if one did. */
  moment: string | undefined;
  now: Date;
  canReview: boolean;
  reminderAfterDays: number;
};

/** One proposed inquiry: who is asked, about whom and why, and the decision. */
export function ProposalDetail(props: Props) {
  const { proposal, therapist, explanations, previousId, nextId, now, canReview } = props;
  const t = useTranslations("staffMatches");
  return (
    <article aria-labelledby="proposal" data-review className="grid gap-5">
      <div className="lg:hidden">
        <BackLink href={paths.admin.matches}>{t("backToList")}</BackLink>
      </div>
      <header>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-60 grow basis-0">
            <FocusHeading id="proposal" moment={props.moment} className="text-xl">
              {proposal.therapist.name}
            </FocusHeading>
            <p className="text-ink-soft">
              {[
                proposal.therapist.practiceName,
                proposal.therapist.city,
                t("item.reference", { reference: proposal.reference }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <Contact proposal={proposal} />
          </div>
          <Steps {...props} />
        </div>
        <TherapistLine therapist={therapist} channel={proposal.channel} now={now} />
      </header>
      <ol className="grid gap-3">
        {proposal.items.map((item, index) => (
          <ProposedPatient
            key={item.id}
            item={item}
            number={index + 1}
            explanation={explanations[index] ?? null}
            proposal={proposal}
            nextId={nextId ?? previousId}
            now={now}
            canReview={canReview}
          />
        ))}
      </ol>
      {canReview && (
        <Decision
          key={`${proposal.id} ${proposal.version}`}
          proposal={proposal}
          nextId={nextId ?? previousId}
          reminderAfterDays={props.reminderAfterDays}
        />
      )}
    </article>
  );
}

function Contact({ proposal: { channel, therapist } }: { proposal: Proposal }) {
  const t = useTranslations("staffMatches.item");
  return (
    <p className="mt-1">
      {channel === "email" ? t("byMail", { email: therapist.email ?? "–" }) : t("byPhone")}
      {therapist.phone && (
        <>
          {" · "}
          <a href={telephoneLink(therapist.phone)} className="link whitespace-nowrap">
            {therapist.phone}
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

function Steps({ previousId, nextId, position, total, canReview }: Props) {
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
