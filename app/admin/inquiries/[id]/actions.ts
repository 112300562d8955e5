"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { errorState, type FormState } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";
import { answersInForm } from "../answers-in-form";

/** Writes down what a practice said on the phone; what came too late is said beside the person. */
export async function answerAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "answer inquiry" }, async (values) => {
    const inquiryId = idIn(values);
    const answers = answersInForm(values, ctx.now);
    if (answers.length === 0) throw new AppError("invalid", "nothing_selected");
    const results = await respondToInquiry(ctx, inquiryId, answers);
    const late = Object.entries(results).flatMap(([itemId, result]) =>
      result === "accepted" || result === "recorded" ? [] : [[itemId, result] as const],
    );
    if (late.length === 0) redirect(withQuery(paths.admin.inquiry(inquiryId), { done: "answered" }));
    const t = await getTranslations("staffInquiries.answer.results");
    const errors = Object.fromEntries(late.map(([itemId, result]) => [`outcome.${itemId}`, t(result)]));
    return errorState({}, errors);
  });
}
