import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("respond.objection"))("doneTitle"), robots: { index: false } };
}

/** After an objection; the link that led to it is closed by now. */
export default async function ObjectedPage() {
  const t = await getTranslations("respond.objection");
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("doneTitle")}</h1>
      <p className="mt-4 max-w-measure">{t("done")}</p>
    </>
  );
}
