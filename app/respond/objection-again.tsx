import { useTranslations } from "next-intl";
import { paths } from "@/lib/paths";

/** Whoever objected can change their mind; a click on a link that others may read is not enough for that. */
export function ObjectionAgain() {
  const t = useTranslations("respond.objection");
  return (
    <p className="mt-4 max-w-measure">
      {t.rich("again", {
        imprint: (words) => (
          <a href={paths.imprint} className="link">
            {words}
          </a>
        ),
      })}
    </p>
  );
}
