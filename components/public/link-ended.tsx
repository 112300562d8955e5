import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/paths";

/** For a mailed link that is unknown, expired or revoked: all look alike, and there is a way on. */
export function LinkEnded() {
  const t = useTranslations("patient.ended");
  return (
    <div className="max-w-measure">
      <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
      <p className="mt-4">{t("text")}</p>
      <p className="mt-8 mb-4">{t("anew")}</p>
      <ButtonLink href={paths.intake} variant="quiet">
        {t("start")}
      </ButtonLink>
    </div>
  );
}
