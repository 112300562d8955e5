import { notFound } from "next/navigation";
import { cache } from "react";
import { type Context, createContext } from "@/lib/core/context";
import { findTokenSubject } from "@/lib/core/tokens";
import { getPatientPage } from "@/lib/domain/patients/get-patient-page";

export type PatientContext = Context & { actor: { kind: "patient"; patientId: string } };

/** The patient behind a mailed link; a page that says so for every link that leads nowhere. */
export const requirePatientLink = cache(async (token: string): Promise<PatientContext> => {
  const ctx = createContext({ kind: "public" });
  const patientId = await findTokenSubject(ctx, "patient_page", token);
  if (!patientId) notFound();
  return { ...ctx, actor: { kind: "patient", patientId } };
});

/** What the pages behind the link show. */
export const loadPatientPage = cache(async (token: string) =>
  getPatientPage(await requirePatientLink(token)),
);
