import Link from "next/link";
import { type MissingFact, kindOf } from "@/lib/domain/matching/fits/missing-facts";
import { factPath, useFactWords } from "./fact-field";

type Props = {
  facts: readonly MissingFact[];
  patientId: string;
  therapistId: string;
  /** Whose records the person may change. */
  canWrite: Record<MissingFact["of"], boolean>;
};

/** What one would have to find out, each a link to the field to fill in. */
export function FactLinks({ facts, patientId, therapistId, canWrite }: Props) {
  const words = useFactWords();
  if (facts.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {facts.map((fact) => (
        <li key={kindOf(fact)}>
          {canWrite[fact.of] ? (
            <Link
              href={factPath(fact, fact.of === "patient" ? patientId : therapistId)}
              prefetch={false}
              className="link"
            >
              {words(fact)}
            </Link>
          ) : (
            words(fact)
          )}
        </li>
      ))}
    </ul>
  );
}
