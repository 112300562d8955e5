"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { doneState, type FormState } from "@/components/form/form-state";
import { conflict } from "@/lib/core/errors";
import { retryEngineRun } from "@/lib/web/engine-runs";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

/** Lets a failed workflow go on where it stopped. */
export async function retryRunAction(_previous: FormState, formData: FormData): Promise<FormState> {
  await requireStaff("settings.write");
  return runForm(formData, { name: "retry run" }, async (values) => {
    if (!(await retryEngineRun(idIn(values)))) throw conflict("conflict");
    refresh();
    return doneState((await getTranslations("staffWorkflows.run"))("retried"));
  });
}
