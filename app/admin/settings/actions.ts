"use server";

import { getTranslations } from "next-intl/server";
import { doneState, type FormState, textOf } from "@/components/form/form-state";
import { numberOrNull } from "@/components/staff/forms/raw-values";
import { updateSettings } from "@/lib/domain/settings/settings";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { settingNames } from "./setting-names";

export async function saveSettingsAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("settings.write");
  return runForm(formData, { name: "save settings" }, async (values) => {
    const typed = Object.fromEntries(
      settingNames.map((name) => [name, numberOrNull(values, name) ?? Number.NaN]),
    );
    const quietHours = textOf(values, "quietHours") === "yes";
    await updateSettings(ctx, { ...typed, quietHours });
    return doneState((await getTranslations("staffSettings"))("saved"), values);
  });
}
