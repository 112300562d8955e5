import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/public/public-shell";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/paths";
import { setLanguage } from "./preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("failures.notFound"))("title"), robots: { index: false } };
}

/** Unknown addresses, and links that have expired or never existed: both look alike. */
export default function NotFoundPage() {
  const t = useTranslations("failures.notFound");
  return (
    <PublicShell setLanguage={setLanguage}>
      <div className="max-w-measure">
        <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="mt-4 mb-8">{t("text")}</p>
        <ButtonLink href={paths.home}>{t("home")}</ButtonLink>
      </div>
    </PublicShell>
  );
}
