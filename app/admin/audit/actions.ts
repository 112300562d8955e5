"use server";

import { getTranslations } from "next-intl/server";
import { doneState, errorState, type FormState } from "@/components/form/form-state";
import { verifyAudit } from "@/lib/core/audit";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";

/** Recomputes the chain over the audit log and says whether it holds, or where it breaks. */
export async function verifyAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("audit.read");
  return runForm(formData, { name: "verify audit" }, async () => {
    const t = await getTranslations("staffAudit.verify");
    const { checked, brokenAt } = await verifyAudit(ctx);
    if (brokenAt) return errorState({}, {}, t("broken", { id: brokenAt, checked }));
    return doneState(t("intact", { checked }));
  });
}
