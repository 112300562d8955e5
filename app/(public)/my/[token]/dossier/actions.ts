"use server";

import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import { addOwnContact, removeOwnContact, setEvidenceFacts } from "@/lib/domain/evidence/own-contacts";
import { notFound } from "@/lib/core/errors";
import { isId } from "@/lib/web/page";
import { dayIn, ownContactIn } from "../../../../evidence/evidence-form";
import { dossierPath } from "../my-paths";
import { runMine, tokenOf } from "../run-mine";

/** Adds a practice that the patient asked alone. */
export async function addMyContact(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "add own contact", async (ctx, typed) => {
    await addOwnContact(ctx, ctx.actor.patientId, ownContactIn(typed));
    redirect(dossierPath(tokenOf(typed)));
  });
}

/** Takes an own entry back. */
export async function removeMyContact(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "remove own contact", async (ctx, typed) => {
    const contactId = textOf(typed, "contactId");
    if (!isId(contactId)) throw notFound();
    await removeOwnContact(ctx, ctx.actor.patientId, contactId);
    redirect(dossierPath(tokenOf(typed)));
  });
}

/** Stores when the patient asked the insurer. */
export async function saveMyFacts(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "save evidence facts", async (ctx, typed) => {
    await setEvidenceFacts(ctx, ctx.actor.patientId, { insurerAskedOn: dayIn(typed, "insurerAskedOn") });
    redirect(dossierPath(tokenOf(typed)));
  });
}
