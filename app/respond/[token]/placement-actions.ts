"use server";

import { redirect } from "next/navigation";
import { type FormState, dayOf, textOf } from "@/components/form/form-state";
import { type Context, createContext } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { advancePlacement } from "@/lib/domain/placements/advance-placement";
import { agreeFirstTalk } from "@/lib/domain/placements/agree-first-talk";
import { failPlacement } from "@/lib/domain/placements/fail-placement";
import { failReasonsOf, reportedStages } from "@/lib/domain/placements/status";
import { paths } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { idIn } from "@/lib/web/page";

/** How it went on with somebody who was accepted. */
export async function reportPlacement(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "report on placement", secrets: ["token"] }, async (typed) => {
    const ctx = await requireAnswerLink(typed);
    const placementId = idIn(typed, "placementId");
    const to = reportedStages.find((stage) => stage === textOf(typed, "news"));
    const reason = failReasonsOf.therapist.find((known) => known === textOf(typed, "news"));
    if (to) await advancePlacement(ctx, { placementId, to });
    else if (reason) await failPlacement(ctx, { placementId, reason });
    else throw new AppError("invalid", "choose");
    redirect(paths.respond(textOf(typed, "token")));
  });
}

/** Notes the day of the first talk. */
export async function agreeOnTalk(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "note first talk", secrets: ["token"] }, async (typed) => {
    const ctx = await requireAnswerLink(typed);
    const on = dayOf(typed, "on");
    if (on === null || on === "invalid") throw new AppError("invalid", "invalid", { fields: { on: "date" } });
    await agreeFirstTalk(ctx, { placementId: idIn(typed, "placementId"), on });
    redirect(paths.respond(textOf(typed, "token")));
  });
}

/** Who acts comes from the secret of the link, never from the form. */
async function requireAnswerLink(typed: FormValues): Promise<Context> {
  const page = await getAnswerPage(createContext({ kind: "public" }), textOf(typed, "token"));
  if (!page) throw notFound();
  return createContext({ kind: "therapist", inquiryId: page.inquiryId });
}
