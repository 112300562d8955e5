import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { MatchingRun } from "@/lib/domain/matching/run/get-latest-run";
import { paths } from "@/lib/paths";

type Props = { run: MatchingRun | null; canReview: boolean };

/** Nothing to review: says why, as far as the latest run tells, and what to do. */
export function NoProposals({ run, canReview }: Props) {
  const t = useTranslations("staffMatches.empty");
  const why = reasonOf(run);
  return (
    <EmptyState
      title={t(`${why}.title`)}
      action={
        why === "done" ? (
          <ButtonLink href={paths.admin.inquiries} variant="quiet">
            {t("inquiries")}
          </ButtonLink>
        ) : (
          why === "nobody" && (
            <span className="flex flex-wrap justify-center gap-2">
              <ButtonLink href={paths.admin.patients} variant="quiet">
                {t("patients")}
              </ButtonLink>
              <ButtonLink href={paths.admin.therapists} variant="quiet">
                {t("therapists")}
              </ButtonLink>
            </span>
          )
        )
      }
    >
      <p>{t(`${why}.text`)}</p>
      {!canReview && <p className="mt-2">{t("viewer")}</p>}
    </EmptyState>
  );
}

function reasonOf(run: MatchingRun | null): "never" | "open" | "nobody" | "none" | "done" {
  if (!run) return "never";
  if (run.status !== "finished") return run.status === "failed" ? "never" : "open";
  const { fit, check, out, proposals } = run.counts ?? { fit: 0, check: 0, out: 0, proposals: 0 };
  if (proposals > 0) return "done";
  return fit + check + out === 0 ? "nobody" : "none";
}
