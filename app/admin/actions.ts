"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { doneState, type FormState, textOf } from "@/components/form/form-state";
import { finishTask } from "@/lib/domain/staff/finish-task";
import { reopenTask } from "@/lib/domain/staff/reopen-task";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

/** Ticks off a task, with what came of it. */
export async function finishTaskAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "finish task" }, async (values) => {
    await finishTask(ctx, idIn(values), textOf(values, "result"));
    refresh();
    return doneState((await getTranslations("staffToday.tasks"))("finished"));
  });
}

/** Puts a task back on the list. */
export async function reopenTaskAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "reopen task" }, async (values) => {
    await reopenTask(ctx, idIn(values));
    refresh();
    return doneState((await getTranslations("staffToday.tasks"))("reopened"));
  });
}
