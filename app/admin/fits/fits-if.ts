import { useLocale, useTranslations } from "next-intl";
import type { Hindrance } from "@/lib/domain/matching/fits/hindrance";
import { formatMinutes } from "@/lib/format";

/**
 * With what a near miss would fit: "Passt, wenn der Weg 35 statt 30 Min. dauern dürfte." Where something else is still to
 * check, the sentence says that as well.
 */
export function useFitsIf(): (hindrance: Hindrance, isOpen: boolean) => string {
  const t = useTranslations("staffFits.fitsIf");
  const locale = useLocale();
  const conditionOf = (hindrance: Hindrance) => {
    if (hindrance.by === "wish") return t(`wish.${hindrance.wish}`);
    if (hindrance.by === "practice") return t("practice");
    const { limit, now, needed } = hindrance;
    if (limit === "km") return t("km", { now, needed });
    return t("minutes", { now: formatMinutes(now, locale), needed: formatMinutes(needed, locale) });
  };
  return (hindrance, isOpen) => t(isOpen ? "open" : "sure", { condition: conditionOf(hindrance) });
}
