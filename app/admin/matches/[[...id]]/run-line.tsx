import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AutoRefresh } from "@/components/staff/auto-refresh";
import { ProgressBar } from "@/components/staff/progress-bar";
import { Notice } from "@/components/ui/notice";
import { defaultMinGain } from "@/lib/domain/matching/compose/placement-settings";
import type { MatchingRun } from "@/lib/domain/matching/run/get-latest-run";
import { remainingMs, standsStillSince } from "@/lib/domain/matching/run/run-progress";
import { formatDateTimeShort, formatMinutes, formatTime } from "@/lib/format";
import type { Settings } from "@/lib/domain/settings/settings";
import type { CompositionStrategy } from "@/lib/domain/vocabulary";
import { More } from "@/components/staff/more";
import { endRunAction, startRunAction } from "./actions";

/** Whether a run is ordered or at work. */
export const isOpen = (run: MatchingRun | null) => run?.status === "requested" || run?.status === "running";

export function StartRun({ run }: { run: MatchingRun | null }) {
  const t = useTranslations("staffMatches.run");
  if (isOpen(run)) return null;
  return (
    <ActionForm action={startRunAction} id="start-run">
      <SubmitButton variant="quiet">{t("start")}</SubmitButton>
    </ActionForm>
  );
}

/** A requested run that nobody takes up for this long says so. */
const patienceMs = 20_000;

type LineProps = { run: MatchingRun | null; now: Date; canReview: boolean };

/** How the latest matching run went, or how far it is. */
export function RunLine({ run, now, canReview }: LineProps) {
  const t = useTranslations("staffMatches.run");
  const locale = useLocale();
  if (!run) return <p className="mb-3 text-ink-soft">{t("never")}</p>;
  if (run.status === "finished") {
    const { fit, check, out, proposals } = countsOf(run);
    const date = formatDateTimeShort(run.finishedAt ?? run.createdAt, locale);
    return (
      <>
        <p className="mb-3 text-ink-soft">{t("finished", { date, fit, check, out, proposals })}</p>
        <Estimated run={run} />
      </>
    );
  }
  if (run.status === "failed") {
    return (
      <div className="mb-5">
        <Notice tone="danger">{t("failed", { date: formatDateTimeShort(run.createdAt, locale) })}</Notice>
      </div>
    );
  }
  const since = standsStillSince(run, now);
  return (
    <>
      {since && <Standstill run={run} since={since} canReview={canReview} />}
      <OpenRun run={run} now={now} />
      <Estimated run={run} />
    </>
  );
}

/** Why travel times are estimates although a router could be asked. */
function Estimated({ run: { estimatedBecause } }: { run: MatchingRun }) {
  const t = useTranslations("staffMatches.run.estimated");
  if (!estimatedBecause) return null;
  return (
    <div className="mb-3 max-w-measure">
      <Notice>{t(estimatedBecause)}</Notice>
    </div>
  );
}

type StandstillProps = { run: MatchingRun; since: Date; canReview: boolean };

/** The engine may have lost the run: without a way to end it nobody could start another. */
function Standstill({ run, since, canReview }: StandstillProps) {
  const t = useTranslations("staffMatches.run");
  const locale = useLocale();
  return (
    <div className="mb-3 max-w-measure">
      <Notice tone="needs">
        <p>{t("standsStill", { time: formatDateTimeShort(since, locale) })}</p>
        {canReview && (
          <ActionForm action={endRunAction} id="end-run" className="mt-3">
            <input type="hidden" name="id" value={run.id} />
            <SubmitButton variant="quiet">{t("end")}</SubmitButton>
          </ActionForm>
        )}
      </Notice>
    </div>
  );
}

type Explained = { run: MatchingRun | null; settings: Settings; strategy: CompositionStrategy };

/** What the counts mean, and in which order people are proposed by the strategy in force. */
export function RunExplained({ run, settings, strategy }: Explained) {
  const t = useTranslations("staffMatches.explained");
  const { maxItems, maxParallel } = settings;
  const lines = [
    { term: t("fit"), text: t("fitText") },
    { term: t("check"), text: t("checkText") },
    { term: t("out"), text: t("outText") },
    { term: t("proposals"), text: t("proposalsText", { maxItems, maxParallel }) },
  ];
  return (
    <div className="mb-5">
      <More summary={t("title")}>
        <div className="grid max-w-measure gap-4">
          {run?.status === "finished" && (
            <dl className="grid gap-2">
              {lines.map(({ term, text }) => (
                <div key={term}>
                  <dt className="font-semibold">{term}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          )}
          <Order settings={settings} isOldestFirst={strategy === "oldest-first"} />
        </div>
      </More>
    </div>
  );
}

function Order({ settings, isOldestFirst }: { settings: Settings; isOldestFirst: boolean }) {
  const t = useTranslations("staffMatches.explained");
  const overdue = t("orderOverdue", { days: settings.firstInquiryDays });
  return (
    <>
      <div>
        <p className="font-semibold">{t("order")}</p>
        {isOldestFirst ? (
          <ol className="list-decimal pl-6">
            <li>{overdue}</li>
            <li>{t("orderUrgency")}</li>
            <li>{t("orderWaiting")}</li>
          </ol>
        ) : (
          <>
            <p>{overdue}</p>
            <p>{t("orderExpected")}</p>
            {settings.learnOdds && <p>{t("orderMinGain", { minGain: defaultMinGain })}</p>}
          </>
        )}
      </div>
      {isOldestFirst && <p>{t("therapists")}</p>}
    </>
  );
}

const countsOf = (run: MatchingRun) => run.counts ?? { fit: 0, check: 0, out: 0, proposals: 0 };

function OpenRun({ run, now }: { run: MatchingRun; now: Date }) {
  const t = useTranslations("staffMatches.run");
  const locale = useLocale();
  const waitedMs = now.getTime() - run.createdAt.getTime();
  const progress = run.progress ?? { step: "judge", done: 0, total: 0 };
  const { step } = progress;
  const { done, total } = step === "ways" ? (progress.ways ?? { done: 0, total: 0 }) : progress;
  const isKnown = step === "ways" || step === "judge" || step === "compose" || step === "store";
  const left = remainingMs(run, now);
  return (
    <div className="mb-5 max-w-measure">
      <AutoRefresh everySeconds={2} />
      {run.status === "requested" ? (
        <Notice tone={waitedMs > patienceMs ? "needs" : "neutral"}>
          {waitedMs > patienceMs ? t("waiting", { time: formatTime(run.createdAt, locale) }) : t("requested")}
        </Notice>
      ) : (
        <ProgressBar
          label={t("running", { step: isKnown ? t(`steps.${step}`) : step })}
          done={done}
          total={total}
          text={[
            total > 0 && (step === "judge" || step === "ways") && t("progress", { done, total }),
            total > 0 && step === "store" && t("stored", { done, total }),
            left !== null && t("remaining", { time: formatMinutes(left / 60_000, locale) }),
          ]
            .filter(Boolean)
            .join(", ")}
        />
      )}
    </div>
  );
}
