import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { Proposal } from "@/lib/domain/inquiries/list-proposals";
import { More } from "../../more";
import { approveAllAction } from "./actions";

/** Approves everything at once, after naming how much that is. */
export function ApproveAll({ proposals }: { proposals: Proposal[] }) {
  const t = useTranslations("staffMatches.review");
  const patients = new Set(proposals.flatMap(({ items }) => items.map((item) => item.patientId))).size;
  return (
    <div className="mt-3">
      <More summary={t("approveAll")}>
        <ActionForm action={approveAllAction} id="approve-all" className="grid gap-3">
          <p>{t("approveAllText", { inquiries: proposals.length, patients })}</p>
          <div>
            <SubmitButton variant="quiet">{t("approveAllConfirm", { count: proposals.length })}</SubmitButton>
          </div>
        </ActionForm>
      </More>
    </div>
  );
}
