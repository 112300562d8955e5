"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { errorState, type FormState, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { finishCall } from "@/lib/domain/calls/finish-call";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { inquiryAnswers, type ItemAnswer } from "@/lib/domain/inquiries/schemas";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn, isId } from "@/lib/web/page";

/** Writes down what a practice said on the phone; what came too late is said beside the person. */
export async function answerAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "answer inquiry" }, async (values) => {
    const inquiryId = idIn(values);
    const answers = answersIn(values);
    if (answers.length === 0) throw new AppError("invalid", "nothing_selected");
    const results = await respondToInquiry(ctx, inquiryId, checked(answers));
    const late = Object.entries(results).flatMap(([itemId, result]) =>
      result === "accepted" || result === "recorded" ? [] : [[itemId, result] as const],
    );
    if (late.length === 0) redirect(withQuery(paths.admin.inquiry(inquiryId), { done: "answered" }));
    const t = await getTranslations("staffInquiries.answer.results");
    const errors = Object.fromEntries(late.map(([itemId, result]) => [`outcome.${itemId}`, t(result)]));
    return errorState({}, errors);
  });
}

/** One answer for each person for whom something was chosen. */
function answersIn(values: FormValues): ItemAnswer[] {
  return Object.keys(values).flatMap((name) => {
    const itemId = /^outcome\.(.+)$/.exec(name)?.[1];
    const outcome = textOf(values, name);
    if (!itemId || !isId(itemId) || outcome === "") return [];
    const laterOn = textOf(values, `laterOn.${itemId}`) || null;
    return [
      { itemId, outcome: outcome as ItemAnswer["outcome"], note: textOf(values, `note.${itemId}`), laterOn },
    ];
  });
}

/** Points what the schema refuses to the fields of the person it is about. */
function checked(answers: ItemAnswer[]): ItemAnswer[] {
  const result = inquiryAnswers.safeParse(answers);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => {
    const [index, field = "outcome"] = issue.path;
    const key = field === "laterOn" ? "date" : field === "note" ? "too_long" : "choose";
    return [`${String(field)}.${answers[Number(index)]?.itemId ?? ""}`, key];
  });
  throw new AppError("invalid", "invalid", { fields: Object.fromEntries(fields), params: { max: 1000 } });
}

export async function finishCallAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "finish call" }, async (values) => {
    const reached = textOf(values, "result") === "reached";
    await finishCall(ctx, idIn(values, "callId"), { reached });
    redirect(withQuery(paths.admin.inquiry(idIn(values)), { done: reached ? "called" : "calledAgain" }));
  });
}
