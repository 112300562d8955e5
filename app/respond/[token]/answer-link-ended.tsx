import { useTranslations } from "next-intl";

/** For every link that leads nowhere: unknown, expired and revoked look alike. */
export function AnswerLinkEnded() {
  const t = useTranslations("respond.ended");
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
      <p className="mt-4 max-w-measure">{t("text")}</p>
    </>
  );
}
