import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ExplainedRule } from "@/lib/domain/matching/fits/explain-pair";

const tones: Record<ExplainedRule["verdict"], Tone> = { pass: "good", fail: "bad", unknown: "warn" };

/** Rules with their verdicts, each in a sentence. */
export function RuleList({ rules }: { rules: readonly ExplainedRule[] }) {
  const t = useTranslations("staffMatches.patient.verdicts");
  return (
    <ul className="grid gap-1.5">
      {rules.map(({ rule, verdict, sentence }) => (
        <li key={rule} className="flex flex-wrap items-baseline gap-x-3">
          <span className="w-28 shrink-0">
            <Badge tone={tones[verdict]}>{t(verdict)}</Badge>
          </span>
          <span className="grow basis-60">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
