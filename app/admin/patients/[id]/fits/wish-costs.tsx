import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { WishCost } from "@/lib/domain/matching/fits/cost-of-wish";
import type { WantedGender } from "@/lib/domain/vocabulary";

type Props = { wishes: readonly WishCost[]; gender: WantedGender };

/** How many more practices would fit without each single wish, the costliest first. */
export function WishCosts({ wishes, gender }: Props) {
  const t = useTranslations("staffFits.cost");
  const words = useTranslations("vocabulary.wantedGender");
  const costly = wishes.filter(({ more }) => more > 0).toSorted((a, b) => b.more - a.more);
  return (
    <Card title={t("title")}>
      {costly.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <p className="mb-3 text-ink-soft">{t("lead")}</p>
          <ul className="grid divide-y divide-line">
            {costly.map(({ wish, more }) => (
              <li key={wish} className="flex flex-wrap justify-between gap-x-4 py-1.5">
                <span>{t(`wishes.${wish}`, { wanted: words(gender) })}</span>
                <strong className="tabular-nums">{t("more", { more })}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
