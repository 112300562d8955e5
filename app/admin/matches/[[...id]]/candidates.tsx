import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { FocusHeading } from "@/components/staff/review/focus-heading";
import { waitingTime } from "@/components/staff/waiting-time";
import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Proposal } from "@/lib/domain/inquiries/get-proposal";
import type {
  CandidatePatient,
  MissedPatient,
  ProposalCandidates,
} from "@/lib/domain/matching/fits/list-candidates";
import { formatDistance, formatMinutes } from "@/lib/format";
import { paths } from "@/lib/paths";
import { useFitsIf } from "../../fits/fits-if";
import { writeAct } from "./act";

type Props = {
  proposal: Proposal;
  candidates: ProposalCandidates;
  now: Date;
  canReview: boolean;
  /** No one more: somebody else must leave. */
  isFull: boolean;
  /** Takes the focus when this changes: whoever asked for the list goes on in it. */
  moment: string | undefined;
};

/** Who else could be asked about, to add or in place of somebody, and whom a single wish or limit keeps out. */
export function Candidates({
  proposal,
  candidates: { candidates, total, misses },
  now,
  canReview,
  isFull,
  moment,
}: Props) {
  const t = useTranslations("staffMatches.others");
  return (
    <section id="others" aria-labelledby="others-title" className="grid scroll-mt-4 gap-4">
      <FocusHeading id="others-title" level={3} moment={moment} className="text-lg font-semibold">
        {t("title")}
      </FocusHeading>
      <p className="text-ink-soft">
        {total === 0 ? t("none") : t("lead", { shown: candidates.length, total })}
      </p>
      {canReview && candidates.length > 0 && (
        <Place key={proposal.version} proposal={proposal} isFull={isFull} />
      )}
      {candidates.length > 0 && (
        <ul className="grid divide-y divide-line rounded border border-line bg-sheet">
          {candidates.map((candidate) => (
            <li
              key={candidate.patientId}
              className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 p-3"
            >
              <Person person={candidate} now={now} checks={candidate.checks} />
              {canReview && (
                <SubmitButton
                  form="review"
                  name="act"
                  value={writeAct("add", candidate.patientId)}
                  variant="quiet"
                >
                  {t("add")} <span className="sr-only">{candidate.name}</span>
                </SubmitButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {misses.length > 0 && <Misses misses={misses} now={now} />}
    </section>
  );
}

/** Whose place the next one takes: chosen once for the whole list, and sent with the form of the review. */
function Place({ proposal, isFull }: Pick<Props, "proposal" | "isFull">) {
  const t = useTranslations("staffMatches.others");
  const others = proposal.items.map((item, index) => ({
    value: `${item.id}:${item.patientId}`,
    label: t("instead", { number: `${index + 1}`, name: item.patientName }),
  }));
  return (
    <Select
      form="review"
      name="instead"
      label={t("how")}
      options={others}
      empty={isFull ? undefined : t("additionally")}
    />
  );
}

function Misses({ misses, now }: { misses: MissedPatient[]; now: Date }) {
  const t = useTranslations("staffMatches.others");
  const fitsIf = useFitsIf();
  return (
    <>
      <h3 className="mt-2 text-lg font-semibold">{t("missesTitle")}</h3>
      <p className="max-w-measure text-ink-soft">{t("missesLead")}</p>
      <ul className="grid divide-y divide-line rounded border border-line bg-sheet">
        {misses.map((miss) => (
          <li key={miss.patientId} className="p-3">
            <Person person={miss} now={now} checks={miss.checks} />
            <p className="mt-1 border-l-4 border-needs-edge pl-3">
              {[fitsIf(miss.hindrance, miss.isOpen), ...miss.reasons].join(" ")}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Person({ person, now, checks }: { person: CandidatePatient; now: Date; checks: string[] }) {
  const t = useTranslations("staffMatches.patient");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const { patientId, name, age, gender, urgency, waitingSince, km, minutes, isExact } = person;
  const way =
    km === null || minutes === null
      ? t("distanceUnknown")
      : t(isExact ? "distance" : "estimated", {
          distance: formatDistance(km * 1000, locale),
          minutes: formatMinutes(minutes, locale),
        });
  return (
    <div className="min-w-0 grow basis-72">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={paths.admin.patient(patientId)} prefetch={false} className="link font-semibold">
          {name}
        </Link>
        {urgency !== "normal" && <StatusBadge kind="urgency" status={urgency} />}
        <span className="text-ink-soft">
          {t("waiting", { days: waitingTime(waitingSince, now, locale) })}
        </span>
      </p>
      <p>
        {[age === null ? t("ageUnknown") : t("age", { age }), words(`gender.${gender}`), way].join(" · ")}
      </p>
      {checks.length > 0 && (
        <p className="mt-1">
          <Badge tone="warn">{t("toCheck")}</Badge> {checks.join(" ")}
        </p>
      )}
    </div>
  );
}
