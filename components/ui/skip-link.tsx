import { useTranslations } from "next-intl";

/** The first stop of the keyboard: past the navigation to the element with the id "content". */
export function SkipLink() {
  const t = useTranslations("common");
  return (
    <a
      href="#content"
      data-no-print
      className="sr-only rounded bg-main px-5 py-3 font-semibold text-on-main focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-5 focus:py-3"
    >
      {t("skipToContent")}
    </a>
  );
}
