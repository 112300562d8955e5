"use server";

import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import {
  approveAllProposals,
  approveInquiry,
  dropItem,
  rejectInquiry,
} from "@/lib/domain/inquiries/review-inquiry";
import { requestMatchingRun } from "@/lib/domain/matching/request-run";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn, isId } from "@/lib/web/page";
import { rejectReasons } from "./reject-reasons";

/** The proposal as the reviewer saw it. */
const reviewed = (values: FormValues) => ({
  inquiryId: idIn(values),
  version: Number(textOf(values, "version")) || 0,
});

/** To the next proposal of the list, as the page offered it. */
function goOn(values: FormValues, done: string): never {
  const next = textOf(values, "next");
  redirect(withQuery(isId(next) ? paths.admin.match(next) : paths.admin.matches, { done }));
}

export async function approveAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "approve inquiry" }, async (values) => {
    await approveInquiry(ctx, reviewed(values));
    goOn(values, "approved");
  });
}

export async function rejectAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "reject inquiry" }, async (values) => {
    const reason = rejectReasons.find((known) => known === textOf(values, "reason")) ?? "rejected_in_review";
    await rejectInquiry(ctx, { ...reviewed(values), reason });
    goOn(values, "rejected");
  });
}

/** Takes one patient out; the last one takes the proposal with it. */
export async function dropAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "drop item" }, async (values) => {
    await dropItem(ctx, { ...reviewed(values), itemId: idIn(values, "itemId") });
    redirect(withQuery(paths.admin.match(idIn(values)), { done: "dropped" }));
  });
}

export async function approveAllAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "approve all" }, async () => {
    const { skipped } = await approveAllProposals(ctx);
    redirect(withQuery(paths.admin.matches, { done: skipped === 0 ? "all" : "some" }));
  });
}

export async function startRunAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "request matching" }, async () => {
    await requestMatchingRun(ctx);
    redirect(withQuery(paths.admin.matches, { done: "requested" }));
  });
}
