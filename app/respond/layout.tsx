import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { Logo } from "@/components/ui/logo";
import { SkipLink } from "@/components/ui/skip-link";
import { operator } from "@/lib/operator";
import { paths } from "@/lib/paths";
import { setLanguage } from "../preferences";

/** Nobody finds or shares these pages, so they carry no card for search engines and social networks. */
export const metadata: Metadata = { description: null, openGraph: null, twitter: null };

/**
 * The frame of the answer page: who asks, and who that is. These pages are sent without any script (see
 * next.config.js), so nothing in them may need one.
 */
export default function RespondLayout({ children }: { children: ReactNode }) {
  const t = useTranslations("respond.shell");
  const word = useTranslations("public.shell");
  const sender = operator().name || "Lotse";
  return (
    <div className="flex min-h-dvh flex-col text-lg">
      <SkipLink />
      <header className="border-b border-line" data-no-print>
        <div className="mx-auto flex max-w-3xl items-center gap-x-3 px-4 py-1 text-base sm:px-6">
          <a href={paths.home} className="mr-auto rounded py-2 text-main" aria-label={word("home")}>
            <Logo className="h-7" />
          </a>
          <LanguageSwitch action={setLanguage} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-3xl grow px-4 py-6 sm:px-6 sm:py-10">
        {children}
      </main>
      <footer className="border-t border-line bg-well text-base" data-no-print>
        <nav aria-label={t("footer")} className="mx-auto flex max-w-3xl flex-wrap gap-x-6 px-4 py-4 sm:px-6">
          <span className="mr-auto py-2 text-ink-soft">{sender}</span>
          {(["imprint", "privacy"] as const).map((page) => (
            <a key={page} href={paths[page]} className="link py-2">
              {word(page)}
            </a>
          ))}
        </nav>
      </footer>
    </div>
  );
}
