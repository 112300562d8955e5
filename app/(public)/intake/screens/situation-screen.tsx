import { useTranslations } from "next-intl";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { TextArea } from "@/components/form/text-area";
import { type Symptom, type SymptomGroup, crisisSymptoms, symptomGroups } from "@/lib/domain/vocabulary";
import { groups } from "../steps/situation";
import { CrisisNote } from "./crisis-note";

export function SituationScreen() {
  const t = useTranslations("intake.steps.situation");
  return (
    <>
      {groups.map((group) => (
        <Group key={group} group={group} />
      ))}
      <TextArea name="symptomsText" label={t("symptomsText")} hint={t("symptomsTextHint")} optional />
    </>
  );
}

/** Ticking a crisis symptom shows help at once, right below it and without a script. */
function Group({ group }: { group: SymptomGroup }) {
  const groupWord = useTranslations("vocabulary.symptomGroup");
  const word = useTranslations("vocabulary.symptom");
  const symptoms: readonly Symptom[] = symptomGroups[group];
  const options = symptoms.map((value) => ({ value, label: word(value) }));
  return (
    <div className="group/symptoms">
      <CheckboxCards name={group} label={groupWord(group)} options={options} columns={2} />
      {symptoms.some((symptom) => crisisSymptoms.includes(symptom)) && (
        <div
          role="status"
          className="mt-4 hidden group-has-[[value=self\_harm]:checked]/symptoms:block group-has-[[value=suicidal\_thoughts]:checked]/symptoms:block"
        >
          <CrisisNote />
        </div>
      )}
    </div>
  );
}
