"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/form/form-state";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

/** Releases every new entry of an import at once. */
export async function releaseAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "release import" }, async (values) => {
    const importId = idIn(values);
    await activateTherapists(ctx, { importId });
    redirect(withQuery(paths.admin.import(importId), { done: "released" }));
  });
}
