import { useTranslations } from "next-intl";
import { ObjectionAgain } from "../objection-again";

/** Whoever objected and opens the link again reads that it holds; who waits for their places, that those stay. */
export function ObjectionHolds({ isWaitedFor = false }: { isWaitedFor?: boolean }) {
  const t = useTranslations("respond.objection");
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("holdsTitle")}</h1>
      <p className="mt-4 max-w-measure">{t("holds")}</p>
      {isWaitedFor && <p className="mt-2 max-w-measure">{t("textWaitedFor")}</p>}
      <ObjectionAgain />
    </>
  );
}
