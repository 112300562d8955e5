import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { type CrisisNumber, crisisNumbers } from "@/lib/domain/crisis-numbers";
import { telephoneLink } from "@/lib/format";
import { paths } from "@/lib/paths";

/** Two numbers and the way to the others, short enough to stand between two questions. */
export function CrisisNote() {
  const t = useTranslations("intake.steps.situation");
  const number = mainNumber("pastoral");
  const emergency = mainNumber("emergency");
  return (
    <Notice tone="needs" title={t("crisisTitle")}>
      <p>
        {t.rich("crisisText", {
          number,
          emergency,
          phone: (words) => <Call number={number}>{words}</Call>,
          urgent: (words) => <Call number={emergency}>{words}</Call>,
          help: (words) => (
            <a href={paths.help} target="_blank" className="link">
              {words}
            </a>
          ),
        })}
      </p>
    </Notice>
  );
}

/** The number of a place to call, as people dial it; no line breaks inside. */
export function mainNumber(id: CrisisNumber["id"]): string {
  return (crisisNumbers.find((place) => place.id === id)?.numbers[0] ?? "").replaceAll(" ", "\u00a0");
}

function Call({ number, children }: { number: string; children: ReactNode }) {
  return (
    <a href={telephoneLink(number)} className="link font-semibold whitespace-nowrap">
      {children}
    </a>
  );
}
