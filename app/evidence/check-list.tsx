import { useTranslations } from "next-intl";
import type { Dossier } from "@/lib/domain/evidence/get-dossier";

/** What the evidence needs and what of it is there, each with the next thing to do. */
export function CheckList({ dossier: { checks, seats } }: { dossier: Dossier }) {
  const t = useTranslations("evidence");
  return (
    <ul className="grid gap-2">
      {checks.map(({ id, holds }) => (
        <li key={id} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2">
          <svg viewBox="0 0 12 12" className="mt-1 size-4" fill="none" aria-hidden="true" focusable="false">
            <path
              d={holds ? "M2 6.5 5 9.5l5-7" : "M6 1.5 11 10.5H1z"}
              className={holds ? "stroke-good-ink" : "stroke-warn-ink"}
              strokeWidth="1.6"
            />
          </svg>
          <span>
            <span className="font-medium">{t(`checks.${id}.label`)}</span>
            <span className="sr-only">: {t(holds ? "there" : "missing")}</span>
            {!holds && <span className="block text-ink-soft">{t(`checks.${id}.todo`, seats)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
