"use server";

import { redirect } from "next/navigation";
import { dayOf, type FormState, listOf, textOf } from "@/components/form/form-state";
import { fieldOf } from "@/components/staff/forms/field-of";
import { patientFromValues } from "@/components/staff/forms/patient-values";
import { AppError } from "@/lib/core/errors";
import { consentKinds } from "@/lib/domain/consents/status";
import { createPatient } from "@/lib/domain/patients/create-patient";
import { patientChanges, patientInput, waitingDay } from "@/lib/domain/patients/schemas";
import { updatePatient } from "@/lib/domain/patients/update-patient";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";
import { doubtedPlaces } from "../doubted-places";

/** Adds a patient with the consents they declared; the search starts when the needed ones are there. */
export async function createPatientAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "create patient", fieldOf }, async (values) => {
    const input = patientInput.parse(patientFromValues(values));
    const doubted = await doubtedPlaces(values, ["address."]);
    if (doubted) return doubted;
    const consents = consentKinds.filter((kind) => listOf(values, "consents").includes(kind));
    const { id } = await createPatient(ctx, { ...input, consents, waitingSince: waitingSince(values) });
    redirect(withQuery(paths.admin.patient(id), { done: "created" }));
  });
}

/** Stores what was changed in the form of a patient. */
export async function updatePatientAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "update patient", fieldOf }, async (values) => {
    const id = idIn(values);
    const changes = patientChanges.parse(patientFromValues(values));
    const doubted = await doubtedPlaces(values, ["address."]);
    if (doubted) return doubted;
    await updatePatient(ctx, id, changes, { seen: textOf(values, "seen") });
    redirect(withQuery(paths.admin.patient(id), { done: "saved" }));
  });
}

function waitingSince(values: FormState["values"]): Date | undefined {
  const day = dayOf(values, "waitingSince");
  if (day === null) return undefined;
  const valid = waitingDay.safeParse(day);
  if (!valid.success) throw new AppError("invalid", "date", { fields: { waitingSince: "date" } });
  return new Date(`${valid.data}T00:00:00Z`);
}
