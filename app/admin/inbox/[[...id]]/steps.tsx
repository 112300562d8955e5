import Link from "next/link";
import { useTranslations } from "next-intl";
import { ReviewKeys } from "@/components/staff/review-keys";
import { buttonClass } from "@/components/ui/button-class";
import { type Filter, mailHref } from "./mail-list";

type Props = {
  previousId: string | undefined;
  nextId: string | undefined;
  filter: Filter;
  canReview: boolean;
};

/** To the mails beside this one, and the keys that do the same. */
export function Steps({ previousId, nextId, filter, canReview }: Props) {
  const t = useTranslations("staffInbox.keys");
  const step = (id: string, key: string, words: string) => (
    <Link
      href={mailHref(id, filter)}
      prefetch={false}
      scroll={false}
      data-key={key}
      className={buttonClass("quiet")}
    >
      {words}
    </Link>
  );
  return (
    <div className="flex flex-wrap gap-2" data-no-print>
      {previousId && step(previousId, "k", t("previous"))}
      {nextId && step(nextId, "j", t("next"))}
      <Keys canReview={canReview} />
    </div>
  );
}

function Keys({ canReview }: { canReview: boolean }) {
  const t = useTranslations("staffInbox.keys");
  const common = useTranslations("common");
  const keys = [
    ["j", t("next")],
    ["k", t("previous")],
    ...(canReview
      ? ([
          ["e", t("settle")],
          ["d", t("dismiss")],
          ["z", t("assign")],
        ] as const)
      : []),
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
