"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/form/form-state";
import { removePracticeForm } from "@/lib/domain/practices/remove-form";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

export async function removeFormAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "remove practice form" }, async (values) => {
    await removePracticeForm(ctx, idIn(values, "formId"));
    redirect(withQuery(paths.admin.therapist(idIn(values)), { done: "formRemoved" }));
  });
}
