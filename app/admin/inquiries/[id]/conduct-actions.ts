"use server";

import { redirect } from "next/navigation";
import { dayOf, type FormState, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { germanInstant } from "@/lib/domain/german-time";
import { callOffInquiry } from "@/lib/domain/inquiries/call-off-inquiry";
import { hastenInquiry } from "@/lib/domain/inquiries/conduct-inquiry";
import { postponeInquiry } from "@/lib/domain/inquiries/postpone-inquiry";
import { handBackInquiry, takeOverInquiry } from "@/lib/domain/inquiries/take-over-inquiry";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { requireStaff, type StaffContext } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

/** Does the next step at once. The button says which one it is, so that nothing else happens by surprise. */
export async function hastenAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runInquiry(ctx, formData, "hastened", async (inquiryId, values) => {
    const action = (["send", "remind", "call"] as const).find((known) => known === textOf(values, "action"));
    if (!action) throw new AppError("invalid", "choose");
    await hastenInquiry(ctx, { inquiryId, action });
  });
}

/** Nothing happens before eight in the morning of that day. */
export async function postponeAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runInquiry(ctx, formData, "postponed", async (inquiryId, values) => {
    const day = dayOf(values, "until");
    if (day === null || day === "invalid")
      throw new AppError("invalid", "invalid", { fields: { until: "date" } });
    await postponeInquiry(ctx, { inquiryId, until: germanInstant(day, 8 * 60) });
  });
}

export async function takeOverAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runInquiry(ctx, formData, "takenOver", (inquiryId) => takeOverInquiry(ctx, inquiryId));
}

export async function handBackAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runInquiry(ctx, formData, "handedBack", (inquiryId) => handBackInquiry(ctx, inquiryId));
}

export async function callOffAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runInquiry(ctx, formData, "calledOff", async (inquiryId, values) => {
    await callOffInquiry(ctx, { inquiryId, reason: textOf(values, "reason") });
  });
}

async function runInquiry(
  ctx: StaffContext,
  formData: FormData,
  done: string,
  work: (inquiryId: string, values: FormValues) => Promise<void>,
): Promise<FormState> {
  return runForm(formData, { name: `inquiry ${done}` }, async (values) => {
    const inquiryId = idIn(values);
    await work(inquiryId, values);
    redirect(withQuery(paths.admin.inquiry(inquiryId), { done }));
  });
}
