import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/public/public-shell";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/paths";
import { setLanguage } from "./preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("failures.forbidden"))("title"), robots: { index: false } };
}

/** For staff who are signed in but may not open this page. */
export default function ForbiddenPage() {
  const t = useTranslations("failures.forbidden");
  return (
    <PublicShell setLanguage={setLanguage}>
      <div className="max-w-measure">
        <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="mt-4 mb-8">{t("text")}</p>
        <ButtonLink href={paths.admin.today}>{t("back")}</ButtonLink>
      </div>
    </PublicShell>
  );
}
