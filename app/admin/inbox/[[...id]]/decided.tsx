import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { isId } from "@/lib/web/page";
import { firstText, type Query } from "@/lib/web/search-params";
import { restoreAction } from "./actions";

const sentences = [
  "settled",
  "answered",
  "postponed",
  "objected",
  "lifted",
  "dismissed",
  "restored",
  "assigned",
  "merged",
  "requested",
] as const;

/** Says what the decision before led to, with a way back where there is one, or that somebody else was faster. */
export function Decided({ query, canReview }: { query: Query; canReview: boolean }) {
  const t = useTranslations("staffInbox.done");
  const [done, about = ""] = [firstText(query, "done"), firstText(query, "about")];
  if (done === "changed") {
    return (
      <p
        role="status"
        className="mb-5 max-w-measure border-l-4 border-needs-edge bg-needs-wash px-5 py-4 text-needs-ink"
      >
        {t("changed")}
      </p>
    );
  }
  const sentence = sentences.find((known) => known === done);
  if (!sentence) return null;
  const canUndo = canReview && isId(about) && (sentence === "settled" || sentence === "dismissed");
  return (
    <div key={about} className="mb-5 flex max-w-measure flex-wrap items-center gap-3">
      <div className="grow">
        <FormMessage tone="good">{t(sentence)}</FormMessage>
      </div>
      {canUndo && (
        <ActionForm action={restoreAction} id="undo" summary={false} className="contents">
          <input type="hidden" name="id" value={about} />
          <SubmitButton variant="quiet">{t("undo")}</SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
