import { eq } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { PatientRow } from "./patient-rows";

/**
 * Reads a patient and holds it, with its searches, until the end of the caller's transaction. Locks go from the
 * searches to the patient, as in every other verb.
 */
export async function lockPatient(ctx: Context, patientId: string): Promise<PatientRow> {
  await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(eq(searches.patientId, patientId))
    .orderBy(searches.id)
    .for("no key update");
  const [patient] = await ctx.db
    .select()
    .from(patients)
    .where(eq(patients.id, patientId))
    .for("no key update");
  if (!patient) throw notFound();
  return patient;
}
