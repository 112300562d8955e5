"use server";

import { redirect } from "next/navigation";
import { type FormState, listOf, textOf } from "@/components/form/form-state";
import { fieldOf } from "@/components/staff/forms/field-of";
import { locationRows, therapistFromValues } from "@/components/staff/forms/therapist-values";
import { safeReturnPath } from "@/lib/auth/return-path";
import { AppError } from "@/lib/core/errors";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { createTherapist } from "@/lib/domain/therapists/create-therapist";
import { therapistChanges, therapistInput } from "@/lib/domain/therapists/schemas";
import { updateTherapist } from "@/lib/domain/therapists/update-therapist";
import { isoDayOf } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn, isId } from "@/lib/web/page";
import { doubtedPlaces } from "../doubted-places";

const sites = Array.from({ length: locationRows }, (_, row) => `locations.${row}.address.`);

/** Adds a therapist to the directory; active at once, since a person entered them. */
export async function createTherapistAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "create therapist", fieldOf }, async (values) => {
    const input = therapistInput.parse(therapistFromValues(values, isoDayOf(ctx.now)));
    const doubted = await doubtedPlaces(values, sites);
    if (doubted) return doubted;
    const { id } = await createTherapist(ctx, input);
    redirect(withQuery(paths.admin.therapist(id), { done: "created" }));
  });
}

/** Stores what was changed in the form of a therapist. */
export async function updateTherapistAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "update therapist", fieldOf }, async (values) => {
    const id = idIn(values);
    const changes = therapistChanges.parse(therapistFromValues(values, isoDayOf(ctx.now)));
    const doubted = await doubtedPlaces(values, sites);
    if (doubted) return doubted;
    await updateTherapist(ctx, id, changes, { seen: textOf(values, "seen") });
    redirect(withQuery(paths.admin.therapist(id), { done: "saved" }));
  });
}

/** Releases the ticked entries of a list and shows the same list again. */
export async function activateSelectedAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "activate therapists" }, async (values) => {
    const ids = listOf(values, "ids").filter(isId);
    if (ids.length === 0) throw new AppError("invalid", "nothing_selected");
    await activateTherapists(ctx, ids);
    const back = new URL(safeReturnPath(textOf(values, "back")), "http://here.invalid");
    back.searchParams.set("done", "activated");
    redirect(back.pathname + back.search);
  });
}
