import { patientInput } from "@/lib/domain/patients/schemas";
import { payers } from "@/lib/domain/vocabulary";
import { choice, readFields, text, tick } from "./fields";
import type { Step } from "./step";

const fields = {
  payer: choice(payers, "payer_missing"),
  insurer: text(patientInput.shape.insurer),
  reimbursementRoute: tick(),
};

/** Who pays. Reimbursement by § 13 (3) SGB V exists for statutory insurance only. */
export const insurance: Step = {
  id: "insurance",
  fields,
  read(values) {
    const { payer, insurer, reimbursementRoute } = readFields(fields, values);
    return {
      payer,
      insurer: payer === "self" ? "" : insurer,
      reimbursementRoute: payer === "gkv" && reimbursementRoute,
    };
  },
};
