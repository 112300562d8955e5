import { cache } from "react";
import { type Context, createContext } from "@/lib/core/context";
import { findTokenSubject } from "@/lib/core/tokens";
import { type PatientPage, getPatientPage } from "@/lib/domain/patients/get-patient-page";

export type PatientContext = Context & { actor: { kind: "patient"; patientId: string } };

/** The patient behind a mailed link, or null: unknown, expired and revoked look alike. */
export const findPatientLink = cache(async (token: string): Promise<PatientContext | null> => {
  const ctx = createContext({ kind: "public" });
  const patientId = await findTokenSubject(ctx, "patient_page", token);
  return patientId === null ? null : { ...ctx, actor: { kind: "patient", patientId } };
});

/**
 * What the pages behind the link show, or null. They answer a link that leads nowhere with a page of their own and
 * not by notFound(), which shows nothing without JavaScript.
 */
export const findPatientPage = cache(async (token: string): Promise<PatientPage | null> => {
  const ctx = await findPatientLink(token);
  return ctx && getPatientPage(ctx);
});
