import type { FormState } from "@/components/form/form-state";
import { boxValue, numberOrNull, numberValue, ticked } from "@/components/staff/forms/raw-values";
import { type Settings, settingsState } from "@/lib/domain/settings/settings";
import type { CompositionStrategy } from "@/lib/domain/vocabulary";

/** The settings of the page that are numbers, in its order. */
export const numberNames = [
  "maxItems",
  "maxParallel",
  "coolingDays",
  "firstInquiryDays",
  "acuteWeight",
  "urgentWeight",
  "waitingWeeks",
] as const;

export type CompositionSettings = Pick<
  Settings,
  (typeof numberNames)[number] | "strategy" | "learnOdds" | "contactsPerDay"
>;

/** The settings as the form shows them. */
export function toValues(settings: Settings): FormState["values"] {
  const names = [...numberNames, "strategy", "learnOdds", "contactsPerDay"];
  return {
    seen: settingsState(settings, names),
    ...Object.fromEntries(numberNames.map((name) => [name, String(settings[name])])),
    contactsPerDay: numberValue(settings.contactsPerDay),
    strategy: settings.strategy,
    learnOdds: boxValue(settings.learnOdds),
  };
}

/** What was typed, for the schema to judge: an empty number field is no number, an empty budget is no limit. */
export function fromValues(values: FormState["values"]): CompositionSettings {
  const numbers = Object.fromEntries(
    numberNames.map((name) => [name, numberOrNull(values, name) ?? Number.NaN]),
  ) as Pick<Settings, (typeof numberNames)[number]>;
  return {
    ...numbers,
    contactsPerDay: numberOrNull(values, "contactsPerDay"),
    strategy: String(values.strategy ?? "") as CompositionStrategy,
    learnOdds: ticked(values, "learnOdds"),
  };
}
