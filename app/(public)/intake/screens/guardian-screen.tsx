import { useTranslations } from "next-intl";
import { TextInput } from "@/components/form/text-input";
import { ageIn, ownConsentAge } from "../steps/guardian";
import type { ScreenProps } from "./screens";

export function GuardianScreen({ values, now }: ScreenProps) {
  const t = useTranslations("intake.steps.guardian");
  const isNeeded = (ageIn(values, now) ?? 0) < ownConsentAge;
  return (
    <>
      <p>{t(isNeeded ? "leadYoung" : "lead")}</p>
      <TextInput name="guardianName" label={t("guardianName")} optional={!isNeeded} width="medium" />
      <TextInput
        name="guardianPhone"
        label={t("guardianPhone")}
        hint={t("either")}
        type="tel"
        optional={!isNeeded}
        width="medium"
      />
      <TextInput
        name="guardianEmail"
        label={t("guardianEmail")}
        type="email"
        inputMode="email"
        optional={!isNeeded}
      />
    </>
  );
}
