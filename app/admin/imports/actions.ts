"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { requestImport } from "@/lib/domain/directory/request-import";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";
import { maxImportBytes } from "./limits";

/** Takes an uploaded capture; a wrong file is refused at once, a right one is read by the workflow. */
export async function uploadAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("imports.run");
  return runForm(formData, { name: "upload import" }, async () => {
    const file = formData.get("file");
    if (!(file instanceof File) || file.size === 0) throw refused("file_missing");
    if (file.size > maxImportBytes)
      throw refused("file_too_big", { megabytes: maxImportBytes / 1024 / 1024 });
    const { importId } = await requestImport(ctx, { fileName: file.name, text: await file.text() });
    redirect(paths.admin.import(importId));
  });
}

/** Releases every new entry of an import at once. */
export async function releaseAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("therapists.write");
  return runForm(formData, { name: "release import" }, async (values) => {
    const importId = idIn(values);
    await activateTherapists(ctx, { importId });
    redirect(withQuery(paths.admin.import(importId), { done: "released" }));
  });
}

const refused = (key: string, params?: Record<string, number>) => new AppError("invalid", key, { params });
