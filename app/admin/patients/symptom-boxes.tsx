import { useTranslations } from "next-intl";
import { BoxList } from "@/components/staff/box-list";
import { Fieldset } from "@/components/form/fieldset";
import { type SymptomGroup, symptomGroups } from "@/lib/domain/vocabulary";

/** The coded symptoms in their groups, as short lists of boxes. */
export function SymptomBoxes({ legend }: { legend: string }) {
  const words = useTranslations("vocabulary");
  return (
    <Fieldset legend={legend}>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        {(Object.keys(symptomGroups) as SymptomGroup[]).map((group, index) => (
          <BoxList
            key={group}
            first={index === 0}
            name="symptoms"
            label={words(`symptomGroup.${group}`)}
            options={symptomGroups[group].map((value) => ({ value, label: words(`symptom.${value}`) }))}
          />
        ))}
      </div>
    </Fieldset>
  );
}
