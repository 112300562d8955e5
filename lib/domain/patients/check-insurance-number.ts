import { AppError } from "@/lib/core/errors";
import type { PatientInput } from "./schemas";

/** Refuses what is no number of a statutory insurance: a letter and nine digits. Private insurers number as they like. */
export function checkInsuranceNumber({
  payer,
  insuranceNumber,
}: Pick<PatientInput, "payer" | "insuranceNumber">): void {
  if (payer !== "gkv" || insuranceNumber === "") return;
  if (!/^[A-Z]\d{9}$/i.test(insuranceNumber.replaceAll(" ", "")))
    throw new AppError("invalid", "invalid", { fields: { insuranceNumber: "insurance_number" } });
}
