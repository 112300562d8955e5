import { dayOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { ageOn } from "@/lib/domain/patients/age-on";
import { email, line, phone } from "@/lib/domain/shared-schemas";
import { optionalText, readFields, text, type Values } from "./fields";
import type { Step } from "./step";

/** From this age on young people decide themselves about a therapy. */
export const ownConsentAge = 15;

const fields = {
  guardianName: text(line(120)),
  guardianPhone: optionalText(phone),
  guardianEmail: optionalText(email),
};

/** Who else is to be asked, for people under 18; has to be answered for those who cannot consent themselves. */
export const guardian: Step = {
  id: "guardian",
  fields,
  isAsked: (values, now) => (ageIn(values, now) ?? 18) < 18,
  read(values, now) {
    const { guardianName: name, guardianPhone: phone, guardianEmail: email } = readFields(fields, values);
    const isNeeded = (ageIn(values, now) ?? 0) < ownConsentAge;
    if (name === "" && (isNeeded || phone || email))
      throw new AppError("invalid", "invalid", { fields: { guardianName: "guardian_missing" } });
    if (isNeeded && !phone && !email)
      throw new AppError("invalid", "invalid", { fields: { guardianPhone: "phone_or_email" } });
    return { guardian: name === "" ? null : { name, phone, email } };
  },
};

/** The age that follows from the typed date of birth, or null. */
export function ageIn(values: Values, now: Date): number | null {
  const birthDate = dayOf(values, "birthDate");
  return birthDate === "invalid" ? null : ageOn(birthDate, now);
}
