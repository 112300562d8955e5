import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { paths } from "@/lib/paths";
import { LanguageSwitch } from "../ui/language-switch";
import { Logo } from "../ui/logo";
import { SkipLink } from "../ui/skip-link";

type Props = { setLanguage: (formData: FormData) => Promise<void>; children: ReactNode };

/** Header, main part and footer of every page that patients and practices see. */
export function PublicShell({ setLanguage, children }: Props) {
  const t = useTranslations("public.shell");
  return (
    <div className="flex min-h-dvh flex-col text-lg">
      <SkipLink />
      <header className="border-b border-line" data-no-print>
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-1 px-4 py-1 text-base sm:gap-x-4 sm:px-6 sm:py-2 sm:text-lg">
          <a href={paths.home} className="mr-auto rounded py-2 text-main" aria-label={t("home")}>
            <Logo className="h-7 sm:h-9" />
          </a>
          <LanguageSwitch action={setLanguage} />
          <a
            href={paths.help}
            className="flex min-h-11 items-center gap-2 rounded px-2 font-semibold underline-offset-4 hover:underline"
          >
            <span aria-hidden="true" className="size-2.5 rounded-full bg-accent ring-3 ring-needs-wash" />
            {t("help")}
          </a>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-8 sm:px-6 sm:py-12">
        {children}
      </main>
      <footer className="border-t border-line bg-well text-base" data-no-print>
        <nav
          aria-label={t("footer")}
          className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-1 px-4 py-6 sm:px-6"
        >
          <span className="mr-auto text-ink-soft">{t("promise")}</span>
          {(["help", "imprint", "privacy", "accessibility"] as const).map((page) => (
            <a key={page} href={paths[page]} className="link py-2">
              {t(page)}
            </a>
          ))}
        </nav>
      </footer>
    </div>
  );
}
