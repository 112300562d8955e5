"use server";

import { redirect } from "next/navigation";
import { type FormState, dayOf, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { advancePlacement } from "@/lib/domain/placements/advance-placement";
import { agreeFirstTalk } from "@/lib/domain/placements/agree-first-talk";
import { confirmPlacement } from "@/lib/domain/placements/confirm-placement";
import { failPlacement } from "@/lib/domain/placements/fail-placement";
import { failReasonsOf, reportedStages } from "@/lib/domain/placements/status";
import { takeBackStage } from "@/lib/domain/placements/take-back-stage";
import { paths } from "@/lib/paths";
import { idIn } from "@/lib/web/page";
import { runMine, tokenOf } from "./run-mine";

/** Takes the place; the practice learns the name. */
export async function confirmMyPlace(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "confirm own place", async (ctx, typed) => {
    const identity = textOf(typed, "identity") === "yes";
    await confirmPlacement(ctx, { placementId: idIn(typed, "placementId"), identity });
    redirect(paths.my(tokenOf(typed)));
  });
}

/** Notes the day of the first talk. */
export async function agreeMyFirstTalk(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "note own first talk", async (ctx, typed) => {
    const on = dayOf(typed, "on");
    if (on === null || on === "invalid") throw new AppError("invalid", "invalid", { fields: { on: "date" } });
    await agreeFirstTalk(ctx, { placementId: idIn(typed, "placementId"), on });
    redirect(paths.my(tokenOf(typed)));
  });
}

/** Tells how far it came. */
export async function reportMyPlace(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "report on own place", async (ctx, typed) => {
    const to = reportedStages.find((stage) => stage === textOf(typed, "to"));
    if (!to) throw new AppError("invalid", "choose");
    await advancePlacement(ctx, { placementId: idIn(typed, "placementId"), to });
    redirect(paths.my(tokenOf(typed)));
  });
}

/** Takes the report of today back. */
export async function takeMyReportBack(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "take own report back", async (ctx, typed) => {
    await takeBackStage(ctx, { placementId: idIn(typed, "placementId") });
    redirect(paths.my(tokenOf(typed)));
  });
}

/** Gives the place back; the search goes on with its old waiting date. */
export async function givePlaceUp(_previous: FormState, formData: FormData): Promise<FormState> {
  return runMine(formData, "give own place up", async (ctx, typed) => {
    const reason = failReasonsOf.patient.find((known) => known === textOf(typed, "reason"));
    if (!reason) throw new AppError("invalid", "choose", { fields: { reason: "choose" } });
    await failPlacement(ctx, { placementId: idIn(typed, "placementId"), reason });
    redirect(paths.my(tokenOf(typed)));
  });
}
