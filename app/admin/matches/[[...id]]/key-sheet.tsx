import { useTranslations } from "next-intl";
import { ReviewKeys } from "@/components/staff/review-keys";
import { Kbd } from "@/components/ui/kbd";

/** The keys of the review, to read and to switch off; those that decide only for who may. */
export function KeySheet({ canReview }: { canReview: boolean }) {
  const t = useTranslations("staffMatches.keys");
  const common = useTranslations("common");
  const keys = [
    { keys: ["j"], words: t("next") },
    { keys: ["k"], words: t("previous") },
    ...(canReview
      ? [
          { keys: ["a"], words: t("approve") },
          { keys: ["r"], words: t("reject") },
          { keys: ["z"], words: t("undo") },
          { keys: ["n"], words: t("never") },
        ]
      : []),
    { keys: ["1", "…", "6"], words: t("number") },
    ...(canReview ? [{ keys: ["x"], words: t("drop") }] : []),
    { keys: ["e"], words: t("others") },
    { keys: ["p"], words: t("preview") },
    { keys: ["?"], words: t("help") },
  ];
  return (
    <ReviewKeys openLabel={t("open")} title={t("title")} closeLabel={common("close")} useLabel={t("use")}>
      <dl className="grid gap-2">
        {keys.map((entry) => (
          <div key={entry.words} className="flex items-baseline gap-4">
            <dt className="flex w-24 shrink-0 gap-1">
              {entry.keys.map((key) => (key === "…" ? "–" : <Kbd key={key}>{key}</Kbd>))}
            </dt>
            <dd>{entry.words}</dd>
          </div>
        ))}
      </dl>
    </ReviewKeys>
  );
}
