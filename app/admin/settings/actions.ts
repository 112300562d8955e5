"use server";

import { getTranslations } from "next-intl/server";
import { doneState, type FormState } from "@/components/form/form-state";
import { numberOrNull, ticked } from "@/components/staff/forms/raw-values";
import { updateSettings } from "@/lib/domain/settings/settings";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { settingBoxes, settingNames } from "./setting-names";

export async function saveSettingsAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("settings.write");
  return runForm(formData, { name: "save settings" }, async (values) => {
    const numbers = Object.fromEntries(
      settingNames.map((name) => [name, numberOrNull(values, name) ?? Number.NaN]),
    );
    const boxes = Object.fromEntries(settingBoxes.map((name) => [name, ticked(values, name)]));
    await updateSettings(ctx, { ...numbers, ...boxes });
    return doneState((await getTranslations("staffSettings"))("saved"), values);
  });
}
