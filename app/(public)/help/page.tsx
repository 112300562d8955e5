import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { CrisisList } from "@/components/public/crisis-list";
import { Notice } from "@/components/ui/notice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.help"))("title") };
}

/** Whom to call now. Short, without anything that could get in the way. */
export default function HelpPage() {
  const t = useTranslations("public.help");
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
      <p className="mt-4 mb-8 max-w-measure text-xl">{t("lead")}</p>
      <CrisisList />
      <h2 className="mt-12 mb-4 text-xl">{t("more")}</h2>
      <ul className="grid max-w-measure gap-3">
        {(["clinic", "person"] as const).map((way) => (
          <li key={way} className="border-l-2 border-main pl-4">
            {t(way)}
          </li>
        ))}
        <li className="border-l-2 border-main pl-4">
          {t.rich("chat", {
            link: (words) => (
              <a href="https://online.telefonseelsorge.de" rel="noreferrer" className="link">
                {words}
              </a>
            ),
          })}
        </li>
      </ul>
      <div className="mt-12">
        <Notice>{t("notHere")}</Notice>
      </div>
    </div>
  );
}
