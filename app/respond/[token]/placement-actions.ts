"use server";

import { redirect } from "next/navigation";
import { type FormState, dayOf, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { advancePlacement } from "@/lib/domain/placements/advance-placement";
import { agreeFirstTalk } from "@/lib/domain/placements/agree-first-talk";
import { failPlacement } from "@/lib/domain/placements/fail-placement";
import { failReasonsOf, reportedStages, takenBackAnswers } from "@/lib/domain/placements/status";
import { takeBackAcceptance } from "@/lib/domain/placements/take-back-acceptance";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { idIn } from "@/lib/web/page";
import { therapistContext } from "./therapist-context";

/** How it went on with somebody who was accepted. */
export async function reportPlacement(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "report on placement", secrets: ["token"] }, async (typed) => {
    const { ctx } = await therapistContext(typed);
    const placementId = idIn(typed, "placementId");
    const to = reportedStages.find((stage) => stage === textOf(typed, "news"));
    const reason = failReasonsOf.therapist.find((known) => known === textOf(typed, "news"));
    if (to) await advancePlacement(ctx, { placementId, to });
    else if (reason) await failPlacement(ctx, { placementId, reason });
    else throw new AppError("invalid", "choose");
    redirect(paths.respond(textOf(typed, "token")));
  });
}

/** Takes a mistaken yes back; says so on the page when the patient was faster. */
export async function takeBack(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "take back acceptance", secrets: ["token"] }, async (typed) => {
    const { ctx } = await therapistContext(typed);
    const placementId = idIn(typed, "placementId");
    const answer = takenBackAnswers.find((known) => known === textOf(typed, "answer"));
    if (!answer) throw new AppError("invalid", "choose");
    let done = "taken-back";
    try {
      await takeBackAcceptance(ctx, { placementId, answer });
    } catch (error) {
      if (!(error instanceof AppError) || error.key !== "placement_confirmed") throw error;
      done = ctx.actor.kind === "colleague" ? "too-late-colleague" : "too-late";
    }
    redirect(withQuery(paths.respond(textOf(typed, "token")), { done }));
  });
}

/** Notes the day of the first talk. */
export async function agreeOnTalk(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "note first talk", secrets: ["token"] }, async (typed) => {
    const { ctx } = await therapistContext(typed);
    const on = dayOf(typed, "on");
    if (on === null || on === "invalid") throw new AppError("invalid", "invalid", { fields: { on: "date" } });
    await agreeFirstTalk(ctx, { placementId: idIn(typed, "placementId"), on });
    redirect(paths.respond(textOf(typed, "token")));
  });
}
