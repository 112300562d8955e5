import { useLocale, useTranslations } from "next-intl";
import { DotMap } from "@/components/map/dot-map";
import type { Proposal, ProposalItem } from "@/lib/domain/inquiries/get-proposal";
import { landDots, mapViewOf, postcodeCentre } from "@/lib/domain/geo/map-view";
import { formatDistance } from "@/lib/format";

/** The practice's sites and where its patients live, coarsely. Nothing when no place is known. */
export function ProposalMap({ proposal: { items, therapist } }: { proposal: Proposal }) {
  const t = useTranslations("staffMatches.map");
  const words = useItemWords();
  const areas = items.flatMap((item, index) => {
    const place = postcodeCentre(item.postalCode);
    return place ? [{ place, label: `${index + 1}`, reachKm: item.reachKm }] : [];
  });
  const sites = therapist.locations.flatMap(({ coordinates }) => coordinates ?? []);
  const view = mapViewOf([...areas.map(({ place }) => place), ...sites]);
  if (!view) return null;
  const towns = therapist.locations.map(({ address }) => address.city).join(", ");
  return (
    <DotMap
      view={view}
      land={landDots(view)}
      areas={areas}
      sites={sites}
      alternative={t("alternative", { practice: towns, people: items.map(words).join("; ") })}
    >
      {t("legend")}
    </DotMap>
  );
}

/** "1: 52062 Aachen, 5,5 km entfernt". */
function useItemWords() {
  const t = useTranslations("staffMatches.map");
  const locale = useLocale();
  return ({ postalCode, city, distanceKm }: ProposalItem, index: number): string => {
    const place = [postalCode, city].filter(Boolean).join(" ");
    const number = `${index + 1}`;
    if (distanceKm === null) return t("person", { number, place });
    return t("personFar", { number, place, distance: formatDistance(distanceKm * 1000, locale) });
  };
}
