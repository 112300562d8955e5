"use server";

import { redirect } from "next/navigation";
import { type FormState, listOf, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { addItem } from "@/lib/domain/inquiries/add-item";
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
import { readReviewed } from "../seen";
import { rejectReasons } from "./reject-reasons";

/** The proposal as the reviewer saw it. */
const reviewed = (values: FormValues) => ({
  inquiryId: idIn(values),
  version: Number(textOf(values, "version")) || 0,
});

/** To the next proposal of the list, as the page offered it, with a word on what was just done. */
function goOn(values: FormValues, done: string): never {
  const next = textOf(values, "next");
  const path = isId(next) ? paths.admin.match(next) : paths.admin.matches;
  redirect(withQuery(path, { done, about: textOf(values, "reference") }));
}

/** Back to the proposal with a word on what was just done; its version makes every act a page of its own. */
function stayHere(values: FormValues, done: string): never {
  const about = `${textOf(values, "reference")}-${textOf(values, "version")}`;
  redirect(withQuery(paths.admin.match(idIn(values)), { done, about }));
}

/** Does the work; when somebody else was faster, shows the proposal as it is now and says so. */
async function decide(formData: FormData, name: string, work: (values: FormValues) => Promise<never>) {
  return runForm(formData, { name }, async (values) => {
    try {
      return await work(values);
    } catch (error) {
      if (!(error instanceof AppError && error.key === "proposal_changed")) throw error;
      redirect(withQuery(paths.admin.match(idIn(values)), { done: "changed" }));
    }
  });
}

export async function approveAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "approve inquiry", async (values) => {
    await approveInquiry(ctx, reviewed(values));
    goOn(values, textOf(values, "channel") === "phone" ? "approvedCall" : "approved");
  });
}

export async function rejectAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "reject inquiry", async (values) => {
    const reason = rejectReasons.find((known) => known === textOf(values, "reason")) ?? "rejected_in_review";
    await rejectInquiry(ctx, { ...reviewed(values), reason });
    goOn(values, "rejected");
  });
}

/** Takes one patient out; the last one takes the proposal with it. */
export async function dropAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "drop item", async (values) => {
    await dropItem(ctx, { ...reviewed(values), itemId: idIn(values, "itemId") });
    if (textOf(values, "last") === "yes") goOn(values, "droppedLast");
    stayHere(values, "dropped");
  });
}

/** Takes one more patient in, or one in place of another. */
export async function addAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "add item", async (values) => {
    const instead = textOf(values, "instead");
    await addItem(ctx, {
      ...reviewed(values),
      patientId: idIn(values, "patientId"),
      ...(instead && { insteadOfItemId: idIn(values, "instead") }),
    });
    stayHere(values, instead ? "swapped" : "added");
  });
}

/** Approves what the confirmation page counted, as it was then: everything, or only what has nothing to check. */
export async function approveAllAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "approve all" }, async (values) => {
    const names = textOf(values, "which") === "clear" ? ["clear"] : ["clear", "doubtful"];
    const seen = names.flatMap((name) => listOf(values, name)).flatMap(readReviewed);
    const { approved, skipped } = await approveAllProposals(ctx, seen);
    redirect(withQuery(paths.admin.matches, { done: "all", approved: `${approved}`, skipped: `${skipped}` }));
  });
}

export async function startRunAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "request matching" }, async () => {
    await requestMatchingRun(ctx);
    redirect(withQuery(paths.admin.matches, { done: "requested" }));
  });
}
