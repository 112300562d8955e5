import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("respondMore.wrongMailbox"))("doneTitle"),
    robots: { index: false },
  };
}

/** After somebody said that the mail was not for them; the link that led to it is closed by now. */
export default async function DisownedPage() {
  const t = await getTranslations("respondMore.wrongMailbox");
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("doneTitle")}</h1>
      <p className="mt-4 max-w-measure">{t("done")}</p>
    </>
  );
}
