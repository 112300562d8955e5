import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { BackLink } from "@/components/ui/back-link";
import { buttonClass } from "@/components/ui/button-class";
import type { Proposal } from "@/lib/domain/inquiries/list-proposals";
import type { PairExplanation } from "@/lib/domain/matching/explain-pair";
import { telephoneLink } from "@/lib/format";
import { paths } from "@/lib/paths";
import { More } from "../../more";
import { approveAction, rejectAction } from "./actions";
import { KeySheet } from "./key-sheet";
import { ProposedPatient } from "./proposed-patient";
import { rejectReasons } from "./reject-reasons";

type Props = {
  proposal: Proposal;
  /** For each item; null when its search is over. */
  explanations: (PairExplanation | null)[];
  previousId: string | undefined;
  nextId: string | undefined;
  now: Date;
  canReview: boolean;
};

/** One proposed inquiry: who is asked, about whom and why, and the decision. */
export function ProposalDetail({ proposal, explanations, previousId, nextId, now, canReview }: Props) {
  const t = useTranslations("staffMatches");
  const { therapist, items } = proposal;
  return (
    <article aria-labelledby="proposal" data-review className="grid gap-5">
      <div className="lg:hidden">
        <BackLink href={paths.admin.matches}>{t("backToList")}</BackLink>
      </div>
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id="proposal" className="text-xl">
            {therapist.name}
          </h2>
          <p className="text-ink-soft">
            {[therapist.practiceName, therapist.city, t("item.reference", { reference: proposal.reference })]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p className="mt-1">
            {proposal.channel === "email"
              ? t("item.byMail", { email: therapist.email ?? "–" })
              : t("item.byPhone")}
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
              {t("item.openTherapist")}
            </Link>
          </p>
        </div>
        <Steps previousId={previousId} nextId={nextId} />
      </header>
      <ol className="grid gap-3">
        {items.map((item, index) => (
          <ProposedPatient
            key={item.id}
            item={item}
            number={index + 1}
            explanation={explanations[index] ?? null}
            proposal={proposal}
            now={now}
            canReview={canReview}
          />
        ))}
      </ol>
      {canReview && <Decision proposal={proposal} nextId={nextId ?? previousId} />}
    </article>
  );
}

function Steps({ previousId, nextId }: Pick<Props, "previousId" | "nextId">) {
  const t = useTranslations("staffMatches.review");
  return (
    <div className="flex flex-wrap gap-2">
      <KeySheet />
      {previousId && (
        <Link
          href={paths.admin.match(previousId)}
          prefetch={false}
          scroll={false}
          data-key="k"
          className={buttonClass("quiet")}
        >
          {t("previous")}
        </Link>
      )}
      {nextId && (
        <Link
          href={paths.admin.match(nextId)}
          prefetch={false}
          scroll={false}
          data-key="j"
          className={buttonClass("quiet")}
        >
          {t("next")}
        </Link>
      )}
    </div>
  );
}

function Decision({ proposal, nextId }: { proposal: Proposal; nextId: string | undefined }) {
  const t = useTranslations("staffMatches.review");
  const hidden = (
    <>
      <input type="hidden" name="id" value={proposal.id} />
      <input type="hidden" name="version" value={proposal.version} />
      <input type="hidden" name="next" value={nextId ?? ""} />
    </>
  );
  return (
    <div className="sticky bottom-0 flex flex-wrap items-start gap-3 border-t border-line bg-paper py-3">
      <ActionForm action={approveAction} id="approve" className="grid gap-2">
        {hidden}
        <SubmitButton data-key="a" aria-describedby="approve-hint">
          {t("approve")}
        </SubmitButton>
        <span id="approve-hint" className="sr-only">
          {t(proposal.channel === "email" ? "approveHint" : "approveCallHint")}
        </span>
      </ActionForm>
      <More summary={t("reject")} dataKey="r">
        <ActionForm action={rejectAction} id="reject" className="flex flex-wrap items-end gap-3">
          {hidden}
          <Select
            name="reason"
            label={t("reason")}
            options={rejectReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          />
          <SubmitButton variant="quiet">{t("reject")}</SubmitButton>
        </ActionForm>
      </More>
    </div>
  );
}
