import { checkDays } from "@/lib/domain/patients/check-days";
import { patientInput } from "@/lib/domain/patients/schemas";
import { isoDay } from "@/lib/domain/shared-schemas";
import { genders } from "@/lib/domain/vocabulary";
import { choiceOr, day, readFields, text } from "./fields";
import type { Step } from "./step";

const { shape } = patientInput;
const fields = {
  firstName: text(shape.firstName),
  lastName: text(shape.lastName),
  birthDate: day(isoDay),
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
