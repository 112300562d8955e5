import Link from "next/link";
import { useTranslations } from "next-intl";
import { fieldId } from "@/components/form/form-state";
import type { MissingFact } from "@/lib/domain/matching/missing-facts";
import { paths } from "@/lib/paths";

type Props = {
  facts: readonly MissingFact[];
  patientId: string;
  therapistId: string;
  /** Whose records the person may change. */
  canWrite: Record<MissingFact["of"], boolean>;
};

/** The field of the record's form that tells a fact. */
const fields: Record<string, string> = {
  "patient birthDate": "birthDate",
  "patient payer": "payer",
  "patient place": "address.postalCode",
  "patient limit": "travel.maxMinutes",
  "patient gender": "gender",
  "patient availability": "availability.mon",
  "patient diagnoses": "diagnoses",
  "therapist offers": "offers",
  "therapist seat": "statutorySeat",
  "therapist place": "locations.0.address.postalCode",
  "therapist gender": "gender",
  "therapist hours": "officeHours.mon",
  "therapist stepFree": "locations.0.stepFree",
};

/** What one would have to find out, each a link to the field to fill in. */
export function FactLinks({ facts, patientId, therapistId, canWrite }: Props) {
  const words = useFactWords();
  if (facts.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {facts.map((fact) => {
        const field = fieldId("form", fields[`${fact.of} ${fact.fact}`]!);
        const form =
          fact.of === "patient" ? paths.admin.patientEdit(patientId) : paths.admin.therapistEdit(therapistId);
        return (
          <li key={`${fact.of} ${fact.fact}`}>
            {canWrite[fact.of] ? (
              <Link href={`${form}#${field}`} prefetch={false} className="link">
                {words(fact)}
              </Link>
            ) : (
              words(fact)
            )}
          </li>
        );
      })}
    </ul>
  );
}

function useFactWords(): (fact: MissingFact) => string {
  const t = useTranslations("staffFits.facts");
  return (fact) => (fact.of === "patient" ? t(`patient.${fact.fact}`) : t(`therapist.${fact.fact}`));
}
