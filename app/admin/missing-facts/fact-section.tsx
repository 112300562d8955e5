import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { LackingRecord, MissingFactView } from "@/lib/domain/matching/fits/list-missing-facts";
import type { MissingFact } from "@/lib/domain/matching/fits/missing-facts";
import { paths, withQuery } from "@/lib/paths";
import { factPath, useFactWords } from "../fits/fact-field";

type Props = {
  view: MissingFactView;
  canWrite: Record<MissingFact["of"], boolean>;
  /** As many records are shown as are kept. */
  isWhole: boolean;
};

/** One missing fact: what it holds up in all, and the records that are worth asking about first. */
export function FactSection({ view, canWrite, isWhole }: Props) {
  const { fact, kind, keepsOut, records, pairs, others, entries } = view;
  const t = useTranslations("staffMissingFacts");
  const words = useFactWords();
  const numbers = { records, pairs: pairs ?? 0, others: others ?? 0 };
  const effect = pairs === null ? "lost" : keepsOut ? "held" : "check";
  return (
    <Card title={words(fact)} heading="h3" id={kind}>
      <p>{t(`${effect}.${fact.of}`, numbers)}</p>
      {entries.length === 0 ? (
        <p className="mt-2 text-ink-soft">{t("filledIn")}</p>
      ) : (
        <ul className="mt-3 grid divide-y divide-line border-y border-line">
          {entries.map((entry) => (
            <Line key={entry.id} fact={fact} entry={entry} canWrite={canWrite[fact.of]} />
          ))}
        </ul>
      )}
      {!isWhole && entries.length > 0 && entries.length < records && (
        <p className="mt-2">
          <Link
            href={`${withQuery(paths.admin.missingFacts, { all: kind })}#${kind}`}
            prefetch={false}
            className="link"
          >
            {t("more")} <span className="sr-only">{words(fact)}</span>
          </Link>
        </p>
      )}
      {isWhole && entries.length < records && (
        <p className="mt-2 text-ink-soft">{t("first", { shown: entries.length })}</p>
      )}
    </Card>
  );
}

type LineProps = { fact: MissingFact; entry: LackingRecord; canWrite: boolean };

function Line({ fact, entry: { id, name, city, pairs, withOthers }, canWrite }: LineProps) {
  const t = useTranslations("staffMissingFacts");
  const record = fact.of === "patient" ? paths.admin.patient(id) : paths.admin.therapist(id);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
      <span>
        <Link href={canWrite ? factPath(fact, id) : record} prefetch={false} className="link font-semibold">
          {name}
        </Link>{" "}
        <span className="text-ink-soft">{city}</span>
      </span>
      <span className="tabular-nums">
        {pairs === null ? t("line.lost") : t(`line.${fact.of}`, { pairs })}
        {withOthers > 0 && <span className="text-ink-soft"> {t("line.withOthers", { withOthers })}</span>}
      </span>
    </li>
  );
}
