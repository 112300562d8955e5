import { useLocale, useTranslations } from "next-intl";
import type { ProfileRisk } from "@/lib/domain/inquiries/profile";
import { formatList } from "@/lib/format";

/** Why somebody could be recognised, in half a sentence each. */
export function RiskWords({ risks }: { risks: readonly ProfileRisk[] }) {
  const t = useTranslations("staffMatches.preview.risks");
  const words = risks.map((risk) =>
    risk.risk === "few_alike" ? t("few_alike", { count: risk.count }) : t(risk.risk),
  );
  return `${formatList(words, useLocale())}.`;
}
