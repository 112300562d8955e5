import { checkDays } from "@/lib/domain/patients/check-days";
import { patientInput } from "@/lib/domain/patients/schemas";
import { genders } from "@/lib/domain/vocabulary";
import { choiceOr, readFields, requiredDay, requiredText } from "./fields";
import type { Step } from "./step";

const { shape } = patientInput;
const fields = {
  firstName: requiredText(shape.firstName, "first_name_missing"),
  lastName: requiredText(shape.lastName, "last_name_missing"),
  birthDate: requiredDay("birth_date_missing"),
  gender: choiceOr(genders, "not_stated"),
};

/** Who is looking for a place. Without a date of birth nobody could say who may treat, so it is asked for. */
export const person: Step = {
  id: "person",
  fields,
  read(values, now) {
    const answers = readFields(fields, values);
    checkDays(answers, now);
    return answers;
  },
};
