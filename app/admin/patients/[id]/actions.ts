"use server";

import { redirect } from "next/navigation";
import { dayOf, type FormState, listOf, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { grantConsents } from "@/lib/domain/consents/grant-consents";
import { consentKinds } from "@/lib/domain/consents/status";
import { withdrawConsent } from "@/lib/domain/consents/withdraw-consent";
import { deletePatient } from "@/lib/domain/patients/delete-patient";
import { pseudonymOf } from "@/lib/domain/patients/pseudonym";
import { sendLinkAgain } from "@/lib/domain/patients/send-link-again";
import { cancelSearch } from "@/lib/domain/searches/cancel-search";
import { pauseSearch } from "@/lib/domain/searches/pause-search";
import { resumeSearch } from "@/lib/domain/searches/resume-search";
import { cancelReasons } from "@/lib/domain/searches/status";
import { addExclusion, removeExclusion } from "@/lib/domain/therapists/exclusions";
import { exclusionReasons } from "@/lib/domain/therapists/status";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

function backTo(patientId: string, done: string): never {
  redirect(withQuery(paths.admin.patient(patientId), { done }));
}

/** Pauses the search of a patient, until a day or until somebody resumes it. */
export async function pauseSearchAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "pause search" }, async (values) => {
    const day = dayOf(values, "until");
    if (day === "invalid") throw new AppError("invalid", "date", { fields: { until: "date" } });
    const until = day === null ? null : new Date(`${day}T00:00:00Z`);
    await pauseSearch(ctx, idIn(values, "searchId"), { until, reason: textOf(values, "reason") });
    backTo(idIn(values), "paused");
  });
}

export async function resumeSearchAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "resume search" }, async (values) => {
    await resumeSearch(ctx, idIn(values, "searchId"));
    backTo(idIn(values), "resumed");
  });
}

export async function cancelSearchAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "cancel search" }, async (values) => {
    await cancelSearch(ctx, idIn(values, "searchId"), oneOf(cancelReasons, values, "reason"));
    backTo(idIn(values), "cancelled");
  });
}

/** Writes down consents that the patient declared to staff. */
export async function grantConsentsAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "grant consents" }, async (values) => {
    const kinds = consentKinds.filter((kind) => listOf(values, "consents").includes(kind));
    if (kinds.length === 0) throw new AppError("invalid", "choose", { fields: { consents: "choose" } });
    await grantConsents(ctx, idIn(values), kinds);
    backTo(idIn(values), "consents");
  });
}

export async function withdrawConsentAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "withdraw consent" }, async (values) => {
    await withdrawConsent(ctx, idIn(values), oneOf(consentKinds, values, "kind"));
    backTo(idIn(values), "consents");
  });
}

export async function addExclusionAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "add exclusion" }, async (values) => {
    const patientId = idIn(values);
    const reason = oneOf(exclusionReasons, values, "reason");
    await addExclusion(ctx, { patientId, therapistId: idIn(values, "therapistId"), reason });
    backTo(patientId, "excluded");
  });
}

export async function removeExclusionAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "remove exclusion" }, async (values) => {
    const patientId = idIn(values);
    const reason = oneOf(exclusionReasons, values, "reason");
    await removeExclusion(ctx, { patientId, therapistId: idIn(values, "therapistId"), reason });
    backTo(patientId, "included");
  });
}

/** Deletes a record for good, once its sign was typed. */
export async function deletePatientAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "delete patient" }, async (values) => {
    const patientId = idIn(values);
    if (textOf(values, "confirm").toUpperCase() !== pseudonymOf(patientId))
      throw new AppError("invalid", "confirmation_wrong", { fields: { confirm: "confirmation_wrong" } });
    await deletePatient(ctx, patientId);
    redirect(withQuery(paths.admin.patients, { done: "deleted" }));
  });
}

function oneOf<Value extends string>(allowed: readonly Value[], values: FormValues, name: string): Value {
  const value = allowed.find((candidate) => candidate === textOf(values, name));
  if (!value) throw new AppError("invalid", "choose", { fields: { [name]: "choose" } });
  return value;
}

/** Mails the link to the patient's page, or to confirm the address, once more. */
export async function sendLinkAgainAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "send patient link again" }, async (values) => {
    await sendLinkAgain(ctx, idIn(values));
    backTo(idIn(values), "linkSent");
  });
}
