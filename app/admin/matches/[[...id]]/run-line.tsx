import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AutoRefresh } from "@/components/staff/auto-refresh";
import { ProgressBar } from "@/components/staff/progress-bar";
import { Notice } from "@/components/ui/notice";
import type { MatchingRun } from "@/lib/domain/matching/get-latest-run";
import { formatDateTimeShort, formatMinutes, formatTime } from "@/lib/format";
import { startRunAction } from "./actions";

const isOpen = (run: MatchingRun | null) => run?.status === "requested" || run?.status === "running";

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

/** How the latest matching run went, or how far it is. */
export function RunLine({ run, now }: { run: MatchingRun | null; now: Date }) {
  const t = useTranslations("staffMatches.run");
  const locale = useLocale();
  if (!run) return <p className="mb-4 text-ink-soft">{t("never")}</p>;
  if (run.status === "finished") {
    const { fit, check, proposals } = run.counts ?? { fit: 0, check: 0, proposals: 0 };
    const date = formatDateTimeShort(run.finishedAt ?? run.createdAt, locale);
    return <p className="mb-4 text-ink-soft">{t("finished", { date, fit, check, proposals })}</p>;
  }
  if (run.status === "failed") {
    return (
      <div className="mb-5">
        <Notice tone="danger">{t("failed", { date: formatDateTimeShort(run.createdAt, locale) })}</Notice>
      </div>
    );
  }
  return <OpenRun run={run} now={now} />;
}

function OpenRun({ run, now }: { run: MatchingRun; now: Date }) {
  const t = useTranslations("staffMatches.run");
  const locale = useLocale();
  const waitedMs = now.getTime() - run.createdAt.getTime();
  const { step, done, total } = run.progress ?? { step: "load", done: 0, total: 0 };
  const isKnown = step === "load" || step === "count" || step === "judge";
  const left = done > 0 && total > done ? (waitedMs / done) * (total - done) : null;
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
            total > 0 && t("progress", { done, total }),
            left !== null && t("remaining", { time: formatMinutes(left / 60_000, locale) }),
          ]
            .filter(Boolean)
            .join(", ")}
        />
      )}
    </div>
  );
}
