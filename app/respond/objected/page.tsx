import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ObjectionAgain } from "../objection-again";

type Props = { searchParams: Promise<{ kind?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("respond.objection"))("doneTitle"), robots: { index: false } };
}

const kinds = ["person", "address", "domain", "colleague"] as const;

/** After an objection, and what exactly it covers. */
export default async function ObjectedPage({ searchParams }: Props) {
  const t = await getTranslations("respond.objection");
  const { kind } = await searchParams;
  const known = kinds.find((one) => one === kind);
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("doneTitle")}</h1>
      <p className="mt-4 max-w-measure">{t("done")}</p>
      {known && <p className="mt-4 max-w-measure">{t(`covers.${known}`)}</p>}
      <ObjectionAgain />
    </>
  );
}
