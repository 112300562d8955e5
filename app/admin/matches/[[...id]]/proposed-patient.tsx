import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/form/submit-button";
import { waitingTime } from "@/components/staff/waiting-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { OddsExplanation } from "@/lib/domain/matching/odds/explain-odds";
import type { ProposalItem } from "@/lib/domain/inquiries/get-proposal";
import type { ProfileRisk } from "@/lib/domain/inquiries/profile";
import type { ExplainedRule, PairExplanation } from "@/lib/domain/matching/fits/explain-pair";
import { formatDistance, formatMinutes } from "@/lib/format";
import { paths } from "@/lib/paths";
import { More } from "@/components/staff/more";
import { writeAct } from "./act";
import { Doubts, Sentences, withVerdict } from "./doubts";
import { RiskWords } from "./risk-words";

type Props = {
  item: ProposalItem;
  number: number;
  explanation: PairExplanation | null;
  /** How likely a yes is; undefined where the person was proposed without an estimate. */
  odds: OddsExplanation | undefined;
  /** Why the person could be recognised. */
  risks: readonly ProfileRisk[];
  /** Doubts that are told once for everybody. */
  told: readonly string[];
  /** In so many inquiries at once a search may be. */
  maxParallel: number;
  now: Date;
  canReview: boolean;
};

/** One patient of a proposal: the facts that decide, what to look at, every rule on demand. */
export function ProposedPatient(props: Props) {
  const { item, number, explanation, odds, risks, told, maxParallel, now, canReview } = props;
  const t = useTranslations("staffMatches.patient");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const facts = [
    item.age === null ? t("ageUnknown") : t("age", { age: item.age }),
    words(`gender.${item.gender}`),
    item.payer ? words(`payer.${item.payer}`) : words("triState.unknown"),
    distanceOf(wayOf(item, explanation), t, locale),
  ];
  return (
    <li data-item={number} className="rounded border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-72">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-ink-soft tabular-nums">{number}</span>
            <Link href={paths.admin.patient(item.patientId)} prefetch={false} className="link font-semibold">
              {item.patientName}
            </Link>
            {item.urgency !== "normal" && <StatusBadge kind="urgency" status={item.urgency} />}
            <span className="text-ink-soft">
              {t("waiting", { days: waitingTime(item.waitingSince, now, locale) })}
            </span>
          </p>
          <p className="mt-1">{facts.join(" · ")}</p>
        </div>
        {canReview && (
          <SubmitButton
            form="review"
            name="act"
            value={writeAct("drop", item.id, item.patientId)}
            variant="quiet"
            data-drop
          >
            {t("drop")} <span className="sr-only">{item.patientName}</span>
          </SubmitButton>
        )}
      </div>
      {risks.length > 0 && (
        <p className="mt-3 border-l-4 border-needs-edge pl-3">
          <span className="text-sm font-semibold text-needs-ink">{t("recognisable")}</span>{" "}
          <RiskWords risks={risks} />
        </p>
      )}
      {item.agreedElsewhere >= maxParallel && (
        <p className="mt-3 border-l-4 border-bad-edge pl-3">{t("enough", { count: item.agreedElsewhere })}</p>
      )}
      {explanation ? (
        <Doubts rules={explanation.rules} told={told} />
      ) : (
        <p className="mt-3 border-l-4 border-bad-edge pl-3">{t("over")}</p>
      )}
      <div className="mt-3 grid items-start gap-2 *:has-[[open]]:col-span-full xl:grid-cols-2">
        {explanation && <Passed rules={explanation.rules} />}
        {odds && <Odds odds={odds} />}
      </div>
    </li>
  );
}

/** What the estimate rests on, on demand. */
function Odds({ odds: { chance, sentences } }: { odds: OddsExplanation }) {
  const t = useTranslations("staffMatches.patient");
  return (
    <div>
      <More summary={t("odds", { chance })}>
        <Sentences sentences={sentences} />
      </More>
    </div>
  );
}

/** What fits, on demand. */
function Passed({ rules }: { rules: ExplainedRule[] }) {
  const t = useTranslations("staffMatches.patient");
  const passed = withVerdict(rules, "pass");
  return (
    <div>
      <More summary={t("why", { passed: passed.length, total: rules.length })}>
        <Sentences sentences={passed} />
      </More>
    </div>
  );
}

type Way = Pick<ProposalItem, "distanceKm" | "travelMinutes" | "travelEstimated">;

/** As the rules beside it say it now; as it was proposed for somebody who searches no longer. */
function wayOf(item: ProposalItem, explanation: PairExplanation | null): Way {
  if (!explanation) return item;
  const { km, minutes, isExact } = explanation;
  return { distanceKm: km, travelMinutes: minutes, travelEstimated: !isExact };
}

function distanceOf(
  { distanceKm, travelMinutes, travelEstimated }: Way,
  t: ReturnType<typeof useTranslations<"staffMatches.patient">>,
  locale: ReturnType<typeof useLocale>,
): string {
  if (distanceKm === null) return t("distanceUnknown");
  const distance = formatDistance(distanceKm * 1000, locale);
  if (travelMinutes === null) return distance;
  const minutes = formatMinutes(travelMinutes, locale);
  return t(travelEstimated ? "estimated" : "distance", { distance, minutes });
}
