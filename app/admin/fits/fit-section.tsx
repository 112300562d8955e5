import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Fit, FitList } from "@/lib/domain/matching/fits/fit-lists";
import type { MissingFact } from "@/lib/domain/matching/fits/missing-facts";
import { formatDistance, formatMinutes } from "@/lib/format";
import { paths } from "@/lib/paths";
import { FactLinks } from "./fact-links";
import { useFitsIf } from "./fits-if";

type Props<Entry extends Fit> = {
  list: FitList;
  total: number;
  entries: readonly Entry[];
  /** The page with the whole list. */
  allHref: string;
  /** The name as a link, and what else is said of the other side. */
  describe: (entry: Entry) => { name: ReactNode; facts: (string | null)[]; canPropose?: boolean };
  canWrite: Record<MissingFact["of"], boolean>;
  canPropose: boolean;
};

const edges: Record<FitList, string> = {
  fit: "border-good-edge",
  check: "border-warn-edge",
  undetermined: "border-warn-edge",
  misses: "border-needs-edge",
  resting: "border-edge",
};

/** One list of those who fit, or why not: who, how far, what is open, and what would resolve it. */
export function FitSection<Entry extends Fit>(props: Props<Entry>) {
  const { list, total, entries, allHref } = props;
  const t = useTranslations("staffFits");
  return (
    <section aria-labelledby={`list-${list}`} className="grid gap-2">
      <h2 id={`list-${list}`} className="text-lg font-semibold">
        {t(`lists.${list}.title`)} <span className="font-normal tabular-nums">({total})</span>
      </h2>
      <p className="text-ink-soft">{total === 0 ? t(`lists.${list}.none`) : t(`lists.${list}.lead`)}</p>
      {entries.length > 0 && (
        <ul className="grid divide-y divide-line rounded border border-line bg-sheet">
          {entries.map((entry) => (
            <FitLine key={entry.patientId + entry.therapistId} entry={entry} {...props} />
          ))}
        </ul>
      )}
      {entries.length > 0 && entries.length < total && (
        <p className="flex flex-wrap gap-x-4 text-ink-soft">
          {t("first", { shown: entries.length, total })}
          <Link href={allHref} prefetch={false} className="link">
            {t("all", { count: total })}
          </Link>
        </p>
      )}
    </section>
  );
}

function FitLine<Entry extends Fit>({
  entry,
  list,
  describe,
  canWrite,
  canPropose,
}: Props<Entry> & { entry: Entry }) {
  const t = useTranslations("staffFits");
  const { name, facts, canPropose: canProposeThis = true } = describe(entry);
  const fitsIf = useFitsIf();
  const isOpen = entry.open.some(({ verdict }) => verdict === "unknown");
  const condition = entry.hindrance && fitsIf(entry.hindrance, isOpen);
  const sentences = [condition, ...entry.open.map(({ sentence }) => sentence)].filter(Boolean);
  const mayBeProposed = canPropose && canProposeThis && (list === "fit" || list === "check");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 p-3">
      <div className="min-w-0 grow basis-72">
        <p className="flex flex-wrap items-baseline gap-x-3">{name}</p>
        <p className="text-ink-soft">{[...facts, useWay(entry)].filter(Boolean).join(" · ")}</p>
        {(sentences.length > 0 || entry.missing.length > 0) && (
          <div className={`mt-1 border-l-4 pl-3 ${edges[list]}`}>
            {sentences.length > 0 && <p>{sentences.join(" ")}</p>}
            <FactLinks
              facts={entry.missing}
              patientId={entry.patientId}
              therapistId={entry.therapistId}
              canWrite={canWrite}
            />
          </div>
        )}
      </div>
      <Link
        href={paths.admin.fit(entry.patientId, entry.therapistId)}
        prefetch={false}
        className="link py-1 whitespace-nowrap"
      >
        {mayBeProposed ? t("whyAnd") : t("why")}
      </Link>
    </li>
  );
}

function useWay({ km, minutes, isExact }: Fit): string {
  const t = useTranslations("staffFits");
  const locale = useLocale();
  if (km === null || minutes === null) return t("wayUnknown");
  return t(isExact ? "wayExact" : "way", {
    distance: formatDistance(km * 1000, locale),
    minutes: formatMinutes(minutes, locale),
  });
}
