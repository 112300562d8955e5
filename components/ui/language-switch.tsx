import { useLocale, useTranslations } from "next-intl";
import { locales } from "@/lib/i18n/locale";

type Props = {
  action: (formData: FormData) => Promise<void>;
  /** How each button looks; without it like a word among others. */
  className?: string;
};

const quiet =
  "min-h-11 cursor-pointer rounded px-2 text-ink-soft underline-offset-4 hover:text-ink hover:underline";

/** A button for each other language; keeps the page, works without JavaScript. */
export function LanguageSwitch({ action, className = quiet }: Props) {
  const t = useTranslations("common.language");
  const current = useLocale();
  return (
    <form action={action}>
      {locales
        .filter((locale) => locale !== current)
        .map((locale) => (
          <button key={locale} name="lang" value={locale} lang={locale} className={className}>
            <span className="sr-only">{t("label")}: </span>
            {t(locale)}
          </button>
        ))}
    </form>
  );
}
