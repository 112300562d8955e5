import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { rejectReasons } from "@/lib/domain/inquiries/status";
import type { Proposal } from "@/lib/domain/inquiries/get-proposal";
import { paths, withQuery } from "@/lib/paths";
import { firstText, type Query } from "@/lib/web/search-params";
import { useSendingWords } from "../sending-words";
import { excludeAction, undoAction, undoAllAction } from "./actions";
import { ReviewedFields } from "./reviewed-fields";
import { readUndo } from "./undo";

const plain = [
  "approved",
  "approvedCall",
  "dropped",
  "droppedLast",
  "added",
  "swapped",
  "undone",
  "excluded",
  "included",
  "requested",
] as const;

type Props = {
  query: Query;
  /** What is shown below. */
  proposal: Proposal | null;
  canReview: boolean;
  /** A matching run is ordered or at work. */
  isRunOpen: boolean;
  sendDelaySeconds: number;
  now: Date;
  /** When the mail of what was just approved leaves; null while that is up to a person. */
  sendsAt: Date | null;
};

/** Says what the decision before led to, with the way back, or that somebody else was faster. */
export function Decided({ query, proposal, canReview, isRunOpen, sendDelaySeconds, now, sendsAt }: Props) {
  const t = useTranslations("staffMatches.done");
  const sending = useSendingWords({ at: sendsAt, now, seconds: sendDelaySeconds });
  const done = firstText(query, "done") ?? "";
  const about = firstText(query, "about") ?? "";
  const reference = /^[A-Z0-9]{4,12}/.exec(about)?.[0] ?? "";
  const undo = readUndo(firstText(query, "undo") ?? "") ? firstText(query, "undo")! : null;
  const reason = rejectReasons.find((known) => done === `rejected.${known}`);
  const one = plain.find((known) => known === done);
  // Where it is gone altogether, the page says so in its place.
  if (done === "requested" && !isRunOpen) return null;
  if (done === "changed") return proposal && <Changed />;
  if (done === "all") {
    const [approved, skipped] = [countIn(query, "approved"), countIn(query, "skipped")];
    const failed = countIn(query, "failed");
    const at = /^\d{13}$/.exec(firstText(query, "undo") ?? "")?.[0];
    return (
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <div className="max-w-measure grow">
          <FormMessage tone="good">{t("all", { approved, skipped, failed, ...sending })}</FormMessage>
        </div>
        {canReview && at && <UndoAll at={at} />}
      </div>
    );
  }
  if (done === "undoneAll") return <Line>{t("undoneAll", { count: countIn(query, "count") })}</Line>;
  if (!one && !reason) return null;
  return (
    <div key={`${done} ${about}`} className="mb-5 flex flex-wrap items-center gap-3">
      <div className="max-w-measure grow">
        <FormMessage tone="good">
          {reason ? t(`rejected.${reason}`, { reference }) : t(one!, { reference, ...sending })}{" "}
          {(one === "approved" || one === "approvedCall") && (
            <Link
              href={withQuery(paths.admin.inquiries, { query: reference })}
              prefetch={false}
              className="underline"
            >
              {t("open")}
            </Link>
          )}
        </FormMessage>
      </div>
      {canReview && undo && <Undo undo={undo} />}
      {canReview && one === "dropped" && proposal && undo && <NeverAgain {...{ undo, proposal }} />}
    </div>
  );
}

function Undo({ undo }: { undo: string }) {
  const t = useTranslations("staffMatches.done");
  return (
    <ActionForm action={undoAction} id="undo" className="grid gap-2">
      <input type="hidden" name="undo" value={undo} />
      <input type="hidden" name="id" value={readUndo(undo)!.inquiryId} />
      <SubmitButton variant="quiet" data-key="z">
        {t("undo")}
      </SubmitButton>
    </ActionForm>
  );
}

function UndoAll({ at }: { at: string }) {
  const t = useTranslations("staffMatches.done");
  return (
    <ActionForm action={undoAllAction} id="undo" className="grid gap-2">
      <input type="hidden" name="at" value={at} />
      <SubmitButton variant="quiet" data-key="z">
        {t("undo")}
      </SubmitButton>
    </ActionForm>
  );
}

/** The next step after taking somebody out for good reason. */
function NeverAgain({ undo, proposal }: { undo: string; proposal: Proposal }) {
  const t = useTranslations("staffMatches.done");
  return (
    <ActionForm action={excludeAction} id="exclude" className="grid gap-2">
      <ReviewedFields proposal={proposal} nextId={null} />
      <input type="hidden" name="patientId" value={readUndo(undo)!.patientId ?? ""} />
      <input type="hidden" name="therapistId" value={proposal.therapist.id} />
      <SubmitButton variant="quiet" data-key="n">
        {t("neverAgain")}
      </SubmitButton>
    </ActionForm>
  );
}

function Changed() {
  const t = useTranslations("staffMatches.done");
  return (
    <p
      role="status"
      className="mb-5 max-w-measure border-l-4 border-needs-edge bg-needs-wash px-5 py-4 text-needs-ink"
    >
      {t("changed")}
    </p>
  );
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <div className="mb-5 max-w-measure">
      <FormMessage tone="good">{children}</FormMessage>
    </div>
  );
}

const countIn = (query: Query, name: string) =>
  Number(/^\d{1,6}$/.exec(firstText(query, name) ?? "")?.[0] ?? 0);
