import { useTranslations } from "next-intl";
import { ReviewKeys } from "@/components/staff/review-keys";

/** The keys of the review, to read and to switch off; those that decide only for who may. */
export function KeySheet({ canReview }: { canReview: boolean }) {
  const t = useTranslations("staffMatches.keys");
  const common = useTranslations("common");
  const deciding = [
    ["a", t("approve")],
    ["r", t("reject")],
    ["Esc", t("leave")],
    ["z", t("undo")],
    ["n", t("never")],
  ] as const;
  const keys = [
    ["j", t("next")],
    ["k", t("previous")],
    ...(canReview ? deciding : []),
    ["1–6", t("number")],
    ...(canReview ? ([["x", t("drop")]] as const) : []),
    ["e", t("others")],
    ["p", t("preview")],
    ["?", t("help")],
  ] as const;
  return (
    <ReviewKeys
      openLabel={t("open")}
      title={t("title")}
      closeLabel={common("close")}
      useLabel={t("use")}
      keys={keys}
    />
  );
}
