"use server";

import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { trustMailbox } from "@/lib/domain/practices/trust-mailbox";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { blockTherapist } from "@/lib/domain/therapists/block-therapist";
import { deactivateTherapist } from "@/lib/domain/therapists/deactivate-therapist";
import { deleteTherapist } from "@/lib/domain/therapists/delete-therapist";
import { getTherapist } from "@/lib/domain/therapists/get-therapist";
import { unblockTherapist } from "@/lib/domain/therapists/unblock-therapist";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

function backTo(therapistId: string, done: string): never {
  redirect(withQuery(paths.admin.therapist(therapistId), { done }));
}

export async function blockAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "block therapist" }, async (values) => {
    await blockTherapist(ctx, idIn(values), textOf(values, "reason"));
    backTo(idIn(values), "blocked");
  });
}

export async function unblockAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "unblock therapist" }, async (values) => {
    await unblockTherapist(ctx, idIn(values));
    backTo(idIn(values), "unblocked");
  });
}

export async function activateAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "activate therapist" }, async (values) => {
    await activateTherapists(ctx, [idIn(values)]);
    backTo(idIn(values), "activated");
  });
}

export async function deactivateAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "deactivate therapist" }, async (values) => {
    await deactivateTherapist(ctx, idIn(values));
    backTo(idIn(values), "deactivated");
  });
}

/** The address is right after all. */
export async function trustAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "trust mailbox" }, async (values) => {
    await trustMailbox(ctx, idIn(values));
    backTo(idIn(values), "trusted");
  });
}

/** Deletes an entry for good, once its surname was typed. */
export async function deleteAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "delete therapist" }, async (values) => {
    const { id, lastName } = await getTherapist(ctx, idIn(values));
    if (textOf(values, "confirm") !== lastName)
      throw new AppError("invalid", "confirmation_wrong", { fields: { confirm: "confirmation_wrong" } });
    await deleteTherapist(ctx, id);
    redirect(withQuery(paths.admin.therapists, { done: "deleted" }));
  });
}
