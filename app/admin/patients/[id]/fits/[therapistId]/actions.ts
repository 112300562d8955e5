"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/form/form-state";
import { proposePair } from "@/lib/domain/inquiries/propose-pair";
import { paths } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

/** Proposes this patient to this practice; the proposal waits for review like every other. */
export async function proposePairAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "propose pair" }, async (values) => {
    const pair = { patientId: idIn(values, "patientId"), therapistId: idIn(values, "therapistId") };
    const { inquiryId } = await proposePair(ctx, pair);
    redirect(paths.admin.match(inquiryId));
  });
}
