"use server";

import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { liftObjection } from "@/lib/domain/therapists/lift-objection";
import { objectToContact } from "@/lib/domain/therapists/object-to-contact";
import { objectionKinds } from "@/lib/domain/therapists/objection-kinds";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

/** Somebody said, on the telephone or by letter, that they do not want to be contacted. */
export async function objectAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "record objection" }, async (values) => {
    const therapistId = idIn(values);
    await objectToContact(ctx, { kind: kindIn(values), therapistId });
    redirect(withQuery(paths.admin.therapist(therapistId), { done: "objected" }));
  });
}

export async function liftAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("objections.lift");
  return runForm(formData, { name: "lift objection" }, async (values) => {
    const therapistId = idIn(values);
    await liftObjection(ctx, {
      whose: { therapistId },
      kind: kindIn(values),
      reason: textOf(values, "reason"),
    });
    redirect(withQuery(paths.admin.therapist(therapistId), { done: "lifted" }));
  });
}

function kindIn(values: FormValues) {
  const kind = objectionKinds.find((known) => known === textOf(values, "kind"));
  if (!kind) throw new AppError("invalid", "choose", { fields: { kind: "choose" } });
  return kind;
}
