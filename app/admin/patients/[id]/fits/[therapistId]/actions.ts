"use server";

import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { proposePair } from "@/lib/domain/inquiries/propose-pair";
import { paths } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

/**
 * Proposes this patient to this practice; the proposal waits for review like every other. When today's contacts ran out
 * while the page was open, it is shown anew and says so.
 */
export async function proposePairAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "propose pair" }, async (values) => {
    const pair = { patientId: idIn(values, "patientId"), therapistId: idIn(values, "therapistId") };
    try {
      const beyondBudget = textOf(values, "beyondBudget") === "yes";
      const { inquiryId } = await proposePair(ctx, { ...pair, beyondBudget });
      redirect(paths.admin.match(inquiryId));
    } catch (error) {
      if (!(error instanceof AppError && error.key === "contacts_used_up")) throw error;
      redirect(paths.admin.fit(pair.patientId, pair.therapistId));
    }
  });
}
