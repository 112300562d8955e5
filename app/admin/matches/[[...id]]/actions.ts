"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, listOf, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { addItem } from "@/lib/domain/inquiries/add-item";
import { approveAllProposals } from "@/lib/domain/inquiries/approve-all-proposals";
import { rejectInquiry } from "@/lib/domain/inquiries/reject-inquiry";
import { approveInquiry, dropItem } from "@/lib/domain/inquiries/review-inquiry";
import { rejectReasons } from "@/lib/domain/inquiries/status";
import { undoApprovalsAt } from "@/lib/domain/inquiries/undo-approval";
import { wasSent } from "@/lib/domain/inquiries/was-sent";
import { endRun } from "@/lib/domain/matching/run/end-run";
import { requestMatchingRun } from "@/lib/domain/matching/run/request-run";
import { addExclusion } from "@/lib/domain/therapists/exclusions";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { requireStaff, type StaffContext } from "@/lib/web/guards";
import { idIn, isId } from "@/lib/web/page";
import { readReviewed } from "../seen";
import { readAct, type ReviewAct } from "./act";
import { readUndo, undo, undoable, writeUndo } from "./undo";

/** The proposal as the reviewer saw it. */
const reviewed = (values: FormValues) => ({
  inquiryId: idIn(values),
  version: Number(textOf(values, "version")) || 0,
});

type ActOf<Act extends ReviewAct["act"]> = Extract<ReviewAct, { act: Act }>;

/** To another page of the review, with the frame around it: how many proposals wait stands there. */
function goTo(path: string): never {
  refresh();
  redirect(path);
}

/** To the next proposal of the list, as the page offered it, with a word on what was just done and the way back. */
function goOn(values: FormValues, done: string, act: "approve" | "reject"): never {
  const next = textOf(values, "next");
  const path = isId(next) ? paths.admin.match(next) : paths.admin.matches;
  const undo = writeUndo({ act, ...undoable(reviewed(values)) });
  goTo(withQuery(path, { done, about: textOf(values, "reference"), undo }));
}

/** Back to the proposal with a word on what was just done; its version makes every act a page of its own. */
function stayHere(values: FormValues, done: string, undo?: string): never {
  const about = `${textOf(values, "reference")}-${textOf(values, "version")}`;
  goTo(withQuery(paths.admin.match(idIn(values)), { done, about, undo }));
}

/** Does the work; when somebody else was faster, shows the proposal as it is now and says so. */
async function decide(formData: FormData, name: string, work: (values: FormValues) => Promise<never>) {
  return runForm(formData, { name }, async (values) => {
    try {
      return await work(values);
    } catch (error) {
      if (!(error instanceof AppError && error.key === "proposal_changed")) throw error;
      goTo(withQuery(paths.admin.match(idIn(values)), { done: "changed" }));
    }
  });
}

/** Everything that can be done with a proposal; the button that was pressed says what. */
export async function decideAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "review inquiry", async (values) => {
    const act = readAct(textOf(values, "act"));
    if (!act) throw new AppError("invalid", "invalid");
    switch (act.act) {
      case "approve":
        return approve(ctx, values);
      case "reject":
        return reject(ctx, values);
      case "drop":
        return drop(ctx, values, act);
      case "add":
        return add(ctx, values, act);
    }
  });
}

async function approve(ctx: StaffContext, values: FormValues): Promise<never> {
  await approveInquiry(ctx, reviewed(values));
  goOn(values, textOf(values, "channel") === "phone" ? "approvedCall" : "approved", "approve");
}

async function reject(ctx: StaffContext, values: FormValues): Promise<never> {
  // "not_now:2026-12-24" is a reason with the day from which to ask again.
  const [chosen, askAgainOn] = textOf(values, "reason").split(":");
  const reason = rejectReasons.find((known) => known === chosen) ?? "rejected_in_review";
  await rejectInquiry(ctx, { ...reviewed(values), reason, askAgainOn });
  goOn(values, `rejected.${reason}`, "reject");
}

/** Takes one patient out; the last one takes the proposal with it. */
async function drop(ctx: StaffContext, values: FormValues, act: ActOf<"drop">): Promise<never> {
  if (textOf(values, "people") === "1") {
    await rejectInquiry(ctx, { ...reviewed(values), reason: "rejected_in_review" });
    goOn(values, "droppedLast", "reject");
  }
  await dropItem(ctx, { ...reviewed(values), itemId: act.itemId });
  const { patientId } = act;
  stayHere(values, "dropped", writeUndo({ act: "drop", ...undoable(reviewed(values)), patientId }));
}

/** Takes one more patient in, or one in place of another. */
async function add(ctx: StaffContext, values: FormValues, act: ActOf<"add">): Promise<never> {
  const [insteadOfItemId, replacedId] = textOf(values, "instead").split(":");
  const instead = isId(insteadOfItemId ?? "") ? { insteadOfItemId } : {};
  const { itemId } = await addItem(ctx, { ...reviewed(values), patientId: act.patientId, ...instead });
  const patientId = isId(replacedId ?? "") ? replacedId : undefined;
  const way = writeUndo({ act: "add", ...undoable(reviewed(values)), itemId, patientId });
  stayHere(values, patientId ? "swapped" : "added", way);
}

/** Takes back what was just done, as long as nobody built on it. */
export async function undoAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "undo review", async (values) => {
    const wanted = textOf(values, "undo");
    const { act, inquiryId, version } = await undo(ctx, wanted).catch((error: unknown) =>
      sayIfSent(ctx, wanted, error),
    );
    const done = act === "exclude" ? "included" : "undone";
    goTo(withQuery(paths.admin.match(inquiryId), { done, about: `${version}` }));
  });
}

/** Who takes an approval back too late learns that it was sent, where the inquiry can be called off. */
async function sayIfSent(ctx: StaffContext, wanted: string, error: unknown): Promise<never> {
  const late = readUndo(wanted);
  const isTaken = error instanceof AppError && error.key === "proposal_changed";
  if (!isTaken || late?.act !== "approve" || !(await wasSent(ctx, late.inquiryId))) throw error;
  goTo(withQuery(paths.admin.inquiry(late.inquiryId), { done: "alreadySent" }));
}

/** Takes back everything that was approved together, as far as it has not left. */
export async function undoAllAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "undo approve all" }, async (values) => {
    const approvedAt = new Date(Number(/^\d{13}$/.exec(textOf(values, "at"))?.[0] ?? 0));
    const count = await undoApprovalsAt(ctx, approvedAt);
    goTo(withQuery(paths.admin.matches, { done: "undoneAll", count: `${count}` }));
  });
}

/** After a patient was taken out: not to be proposed to this practice again. */
export async function excludeAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "exclude pair", async (values) => {
    const pair = { patientId: idIn(values, "patientId"), therapistId: idIn(values, "therapistId") };
    await addExclusion(ctx, { ...pair, reason: "staff" });
    stayHere(values, "excluded", writeUndo({ act: "exclude", ...reviewed(values), ...pair }));
  });
}

/** Approves what the confirmation page counted, as it was then: everything, or only what has nothing to check. */
export async function approveAllAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "approve all" }, async (values) => {
    const names = textOf(values, "which") === "clear" ? ["clear"] : ["clear", "doubtful"];
    const seen = names.flatMap((name) => listOf(values, name)).flatMap(readReviewed);
    const { approved, skipped, failed, approvedAt } = await approveAllProposals(ctx, seen);
    goTo(
      withQuery(paths.admin.matches, {
        done: "all",
        approved: `${approved}`,
        skipped: `${skipped}`,
        failed: `${failed}`,
        undo: approved > 0 && `${approvedAt.getTime()}`,
      }),
    );
  });
}

/** Ends a run that stands still; the page then says that it failed, and offers to start another. */
export async function endRunAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "end matching" }, async (values) => {
    await endRun(ctx, idIn(values));
    goTo(paths.admin.matches);
  });
}

export async function startRunAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "request matching" }, async () => {
    await requestMatchingRun(ctx);
    goTo(withQuery(paths.admin.matches, { done: "requested" }));
  });
}
