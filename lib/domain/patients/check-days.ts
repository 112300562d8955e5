import { AppError } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import type { PatientInput } from "./schemas";

const earliest = "1900-01-01";

/** Refuses days that cannot be: a birth or a past event in the future, or one before 1900. Names every such field. */
export function checkDays(input: Partial<PatientInput>, now: Date): void {
  const today = isoDayOf(now);
  const fields: Record<string, string> = {};
  for (const name of ["birthDate", "previousTherapyEndedOn", "consultationOn"] as const) {
    const day = input[name];
    if (!day) continue;
    if (day > today) fields[name] = "dateInFuture";
    else if (day < earliest) fields[name] = "dateTooEarly";
  }
  if (Object.keys(fields).length > 0) throw new AppError("invalid", "invalid", { fields });
}
