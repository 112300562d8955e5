"use server";

import { getTranslations } from "next-intl/server";
import { doneState, type FormState, textOf } from "@/components/form/form-state";
import { numberOrNull, ticked } from "@/components/staff/forms/raw-values";
import { settingsState, updateSettings } from "@/lib/domain/settings/settings";
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
    const names = [...settingNames, ...settingBoxes];
    const after = await updateSettings(ctx, { ...numbers, ...boxes }, { seen: textOf(values, "seen") });
    const saved = { ...values, seen: settingsState(after, names) };
    return doneState((await getTranslations("staffSettings"))("saved"), saved);
  });
}
