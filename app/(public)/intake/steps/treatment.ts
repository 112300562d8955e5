import { diagnosisCodes } from "@/components/form/diagnosis-codes";
import { textOf } from "@/components/form/form-state";
import { checkDays } from "@/lib/domain/patients/check-days";
import { patientInput } from "@/lib/domain/patients/schemas";
import { z } from "zod";
import { choiceOr, type Field, list, optionalText, readFields } from "./fields";
import type { Step } from "./step";

/** "3/2024" or "03.2024" as the first day of that month: nobody remembers the day, and no rule needs it. */
const month = z
  .string()
  .regex(/^(0?[1-9]|1[0-2])\s*[./-]\s*\d{4}$/, { error: "month" })
  .transform((typed) => {
    const [number = "", year] = typed.split(/\s*[./-]\s*/);
    return `${year}-${number.padStart(2, "0")}-01`;
  });

const fields = {
  consultation: choiceOr(["yes", "no", "not_stated"], "not_stated"),
  ptv11: list(z.array(z.enum(["acute", "urgent"]))),
  previousTherapy: choiceOr(["yes", "no", "not_stated"], "not_stated"),
  previousTherapyEndedOn: optionalText(month),
  diagnoses: {
    schema: patientInput.shape.diagnoses,
    read: (values, name) => diagnosisCodes(textOf(values, name)),
  } satisfies Field,
};

/** What was found and done so far. Nothing has to be answered: many people have not begun. */
export const treatment: Step = {
  id: "treatment",
  fields,
  read(values, now) {
    const { consultation, ptv11, previousTherapy, previousTherapyEndedOn, diagnoses } = readFields(
      fields,
      values,
    );
    const wasInTherapy = previousTherapy === "yes";
    const answers = {
      consultationDone: consultation === "yes",
      ptv11: {
        acute: consultation === "yes" && ptv11.includes("acute"),
        urgent: consultation === "yes" && ptv11.includes("urgent"),
      },
      previousTherapy: previousTherapy === "not_stated" ? null : wasInTherapy,
      previousTherapyEndedOn: wasInTherapy ? previousTherapyEndedOn : null,
      diagnoses,
    };
    checkDays(answers, now);
    return answers;
  },
};
