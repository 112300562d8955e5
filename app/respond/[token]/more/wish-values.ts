import { type FormState, listOf, textOf } from "@/components/form/form-state";
import type { Wishes } from "@/lib/domain/therapists/schemas";

type Values = FormState["values"];

/** What practices most often do not treat, in words, with the beginning of its ICD-10 codes. */
export const namedDiagnoses = [
  { code: "F1", key: "addiction" },
  { code: "F2", key: "psychosis" },
  { code: "F42", key: "compulsion" },
  { code: "F43.1", key: "trauma" },
  { code: "F50", key: "eating" },
  { code: "F60", key: "personality" },
  { code: "F84", key: "autism" },
  { code: "F90", key: "attention" },
] as const;
const named: readonly string[] = namedDiagnoses.map(({ code }) => code);

/** What the form shows of the wishes that are known. */
export function wishValues({
  ageMin,
  ageMax,
  genders,
  diagnoses,
  excludedDiagnoses,
  groupOnly,
}: Wishes): Values {
  return {
    ageMin: ageMin === null ? "" : String(ageMin),
    ageMax: ageMax === null ? "" : String(ageMax),
    genders: [...genders],
    refused: excludedDiagnoses.filter((code) => named.includes(code)),
    refusedOther: excludedDiagnoses.filter((code) => !named.includes(code)).join(", "),
    treated: diagnoses.join(", "),
    groupOnly: groupOnly ? ["yes"] : [],
  };
}

/** What was typed, for the schema to judge; all genders ticked ask for none in particular. */
export function wishesFrom(typed: Values) {
  const genders = listOf(typed, "genders");
  return {
    ageMin: numberFrom(typed, "ageMin"),
    ageMax: numberFrom(typed, "ageMax"),
    genders: (genders.length === 3 ? [] : genders) as Wishes["genders"],
    diagnoses: codesFrom(typed, "treated"),
    excludedDiagnoses: [
      ...new Set([
        ...listOf(typed, "refused").filter((code) => code !== ""),
        ...codesFrom(typed, "refusedOther"),
      ]),
    ],
    groupOnly: listOf(typed, "groupOnly").includes("yes"),
  };
}

/** The field that shows what is wrong with a part of the wishes. */
export function wishField(path: string): string {
  if (path.startsWith("excludedDiagnoses")) return "refusedOther";
  return path.startsWith("diagnoses") ? "treated" : path.split(".")[0]!;
}

const codesFrom = (typed: Values, name: string) =>
  textOf(typed, name)
    .split(/[\s,;]+/)
    .filter(Boolean);

/** NaN for what is no number, which the schema refuses with a sentence. */
function numberFrom(typed: Values, name: string): number | null {
  const text = textOf(typed, name);
  if (text === "") return null;
  return /^\d+$/.test(text) ? Number(text) : NaN;
}
