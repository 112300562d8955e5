"use server";

import { getTranslations } from "next-intl/server";
import { doneState, type FormState, textOf } from "@/components/form/form-state";
import type { Effect } from "@/lib/domain/matching/compose/expected-effect";
import { previewComposition } from "@/lib/domain/matching/compose/preview-composition";
import { settingsState, updateSettings } from "@/lib/domain/settings/settings";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { fromValues } from "./fields";

/** Saves the settings, or says what they would come to when the other button was pressed. */
export async function compositionAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("settings.write");
  return runForm(formData, { name: "composition settings" }, async (values) => {
    const t = await getTranslations("staffComposition");
    const changes = fromValues(values);
    if (textOf(values, "intent") !== "preview") {
      const after = await updateSettings(ctx, changes, { seen: textOf(values, "seen") });
      return doneState(t("saved"), { ...values, seen: settingsState(after, Object.keys(changes)) });
    }
    const { before, after, resting, waiting } = await previewComposition(ctx, changes);
    const told = ({ expectedPlacements, ...counts }: Effect) => ({
      ...counts,
      expected: Math.round(expectedPlacements * 10) / 10,
    });
    const days = changes.firstInquiryDays;
    return doneState(
      [
        t("preview.after", { ...told(after), days }),
        t("preview.before", told(before)),
        t("preview.resting", { days: changes.coolingDays, practices: resting.after, now: resting.now }),
        ...(waiting > 0 ? [t("preview.waiting", { waiting })] : []),
        t("preview.unsaved"),
      ].join(" "),
      values,
    );
  });
}
