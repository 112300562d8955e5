"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type FormState, dayOf, doneState, textOf } from "@/components/form/form-state";
import { AppError, notFound } from "@/lib/core/errors";
import { setConsents } from "@/lib/domain/consents/set-consents";
import { consentKinds } from "@/lib/domain/consents/status";
import { cancelSearch } from "@/lib/domain/searches/cancel-search";
import { pauseSearch } from "@/lib/domain/searches/pause-search";
import { resumeSearch } from "@/lib/domain/searches/resume-search";
import { cancelReasons } from "@/lib/domain/searches/status";
import { paths } from "@/lib/paths";
import type { FormValues } from "@/lib/web/form-action";
import { findPatientPage } from "./patient-link";
import { runMine, tokenOf } from "./run-mine";

/** Pauses the search until a day, or until the patient goes on. */
export async function pauseMySearch(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "pause own search", async (ctx, typed) => {
    const until = dayOf(typed, "until");
    if (until === "invalid") throw new AppError("invalid", "invalid", { fields: { until: "date" } });
    await pauseSearch(ctx, await searchIdOf(typed), {
      until: until === null ? null : startOf(until),
      reason: "",
    });
    redirect(paths.my(tokenOf(typed)));
  });
}

export async function resumeMySearch(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "resume own search", async (ctx, typed) => {
    await resumeSearch(ctx, await searchIdOf(typed));
    redirect(paths.my(tokenOf(typed)));
  });
}

/** Ends the search for good. A reason helps us and is not needed. */
export async function endMySearch(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "end own search", async (ctx, typed) => {
    const reason = cancelReasons.find((known) => known === textOf(typed, "reason")) ?? "other";
    await cancelSearch(ctx, await searchIdOf(typed), reason);
    redirect(paths.my(tokenOf(typed)));
  });
}

/** Makes the consents in force those that are ticked. */
export async function saveMyConsents(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "change own consents", async (ctx, typed) => {
    const ticked = consentKinds.filter((kind) => textOf(typed, kind) === "yes");
    await setConsents(ctx, ctx.actor.patientId, ticked);
    const t = await getTranslations("patient.my.consents");
    refresh();
    return doneState(t("saved"), Object.fromEntries(ticked.map((kind) => [kind, "yes"])));
  });
}

async function searchIdOf(typed: FormValues): Promise<string> {
  const page = await findPatientPage(tokenOf(typed));
  if (!page?.search) throw notFound();
  return page.search.id;
}

/** The first hour of a German day; the offset of winter lies within the right day in summer too. */
const startOf = (day: string) => new Date(`${day}T00:00:00+01:00`);
