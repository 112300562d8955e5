"use server";

import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import { createContext } from "@/lib/core/context";
import { verifyPatient } from "@/lib/domain/patients/verify-patient";
import { paths } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";

/** Confirms the address behind the mailed link and starts the search; pressing twice does it once. */
export async function confirmAddress(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "confirm address", secrets: ["token"] }, async (typed) => {
    const token = textOf(typed, "token");
    await verifyPatient(createContext({ kind: "public" }), token);
    redirect(paths.confirm(token));
  });
}
