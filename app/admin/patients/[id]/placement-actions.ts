"use server";

import { redirect } from "next/navigation";
import { dayOf, type FormState, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { advancePlacement } from "@/lib/domain/placements/advance-placement";
import { agreeFirstTalk } from "@/lib/domain/placements/agree-first-talk";
import { confirmPlacement } from "@/lib/domain/placements/confirm-placement";
import { failPlacement } from "@/lib/domain/placements/fail-placement";
import { failReasonsOf, reportedStages } from "@/lib/domain/placements/status";
import { takeBackStage } from "@/lib/domain/placements/take-back-stage";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { requireStaff, type StaffContext } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

/** The patient said on the phone that they want the place. */
export async function confirmPlacementAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runPlacement(ctx, formData, "confirm placement", async (placementId, values) => {
    await confirmPlacement(ctx, { placementId, identity: textOf(values, "identity") === "yes" });
  });
}

export async function advancePlacementAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runPlacement(ctx, formData, "advance placement", async (placementId, values) => {
    const to = reportedStages.find((stage) => stage === textOf(values, "to"));
    if (!to) throw new AppError("invalid", "choose");
    await advancePlacement(ctx, { placementId, to });
  });
}

export async function takeBackStageAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runPlacement(ctx, formData, "take placement report back", (placementId) =>
    takeBackStage(ctx, { placementId }),
  );
}

export async function agreeFirstTalkAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runPlacement(ctx, formData, "note first talk", async (placementId, values) => {
    const on = dayOf(values, "on");
    if (on === null || on === "invalid") throw new AppError("invalid", "invalid", { fields: { on: "date" } });
    await agreeFirstTalk(ctx, { placementId, on });
  });
}

export async function failPlacementAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("patients.write");
  return runPlacement(ctx, formData, "fail placement", async (placementId, values) => {
    const reason = failReasonsOf.staff.find((known) => known === textOf(values, "reason"));
    if (!reason) throw new AppError("invalid", "choose", { fields: { reason: "choose" } });
    await failPlacement(ctx, { placementId, reason });
  });
}

async function runPlacement(
  ctx: StaffContext,
  formData: FormData,
  name: string,
  work: (placementId: string, values: FormValues) => Promise<void>,
): Promise<FormState> {
  return runForm(formData, { name }, async (values) => {
    await work(idIn(values, "placementId"), values);
    redirect(withQuery(paths.admin.patient(idIn(values)), { done: "placement" }));
  });
}
