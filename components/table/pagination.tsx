import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button-class";

type Props = {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  href: (page: number) => string;
};

/** Where one is in a long list, and the pages beside it. Shows nothing of an empty list. */
export function Pagination({ page, pageSize, total, href }: Props) {
  const t = useTranslations("common.pages");
  if (total === 0) return null;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  return (
    <nav
      aria-label={t("label")}
      data-no-print
      className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2"
    >
      <p className="text-ink-soft tabular-nums">
        {t("range", { from: Math.min(from, total), to: Math.min(total, from + pageSize - 1), total })}
      </p>
      {pages > 1 && (
        <div className="flex flex-wrap items-center gap-2">
          {page > 1 && (
            <Link rel="prev" href={href(page - 1)} prefetch={false} className={buttonClass("quiet")}>
              {t("previous")}
            </Link>
          )}
          <span className="px-2 tabular-nums">{t("position", { page, pages })}</span>
          {page < pages && (
            <Link rel="next" href={href(page + 1)} prefetch={false} className={buttonClass("quiet")}>
              {t("next")}
            </Link>
          )}
        </div>
      )}
    </nav>
  );
}
