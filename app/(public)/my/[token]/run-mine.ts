import { type FormState, textOf } from "@/components/form/form-state";
import { notFound } from "@/lib/core/errors";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { type PatientContext, findPatientLink } from "./patient-link";

/** Does the work of one form for the patient behind the secret of the link, which is never shown again. */
export async function runMine(
  formData: FormData,
  name: string,
  work: (ctx: PatientContext, typed: FormValues) => Promise<FormState>,
): Promise<FormState> {
  return runForm(formData, { name, secrets: ["token"] }, async (typed) => {
    const ctx = await findPatientLink(tokenOf(typed));
    if (!ctx) throw notFound();
    return work(ctx, typed);
  });
}

export const tokenOf = (typed: FormValues) => textOf(typed, "token");
