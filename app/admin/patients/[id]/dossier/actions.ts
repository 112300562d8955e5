"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/form/form-state";
import { addOwnContact, removeOwnContact, setEvidenceFacts } from "@/lib/domain/evidence/own-contacts";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";
import { dayIn, ownContactIn } from "../../../../evidence/evidence-form";

const done = (id: string, word: string) => withQuery(paths.admin.patientDossier(id), { done: word });

export async function addContactAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "add own contact" }, async (values) => {
    const id = idIn(values);
    await addOwnContact(ctx, id, ownContactIn(values));
    redirect(done(id, "added"));
  });
}

export async function removeContactAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "remove own contact" }, async (values) => {
    const id = idIn(values);
    await removeOwnContact(ctx, id, idIn(values, "contactId"));
    redirect(done(id, "removed"));
  });
}

export async function saveFactsAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runForm(formData, { name: "save evidence facts" }, async (values) => {
    const id = idIn(values);
    const [mandateOn, insurerAskedOn] = [dayIn(values, "mandateOn"), dayIn(values, "insurerAskedOn")];
    await setEvidenceFacts(ctx, id, { mandateOn, insurerAskedOn });
    redirect(done(id, "saved"));
  });
}
