"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { errorState, type FormState, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { answerFromMail, objectFromMail } from "@/lib/domain/inbox/answer-from-mail";
import { askAgainFromMail } from "@/lib/domain/inbox/ask-again-from-mail";
import { assignInboundMail, assignTargets } from "@/lib/domain/inbox/assign-inbound-mail";
import {
  dismissInboundMail,
  restoreInboundMail,
  settleInboundMail,
} from "@/lib/domain/inbox/decide-inbound-mail";
import { mergeThreads } from "@/lib/domain/inbox/merge-threads";
import { readMailboxNow } from "@/lib/domain/inbox/read-mailbox-now";
import { liftObjection } from "@/lib/domain/therapists/lift-objection";
import { objectionKinds } from "@/lib/domain/therapists/objection-kinds";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn, isId } from "@/lib/web/page";
import { answersInForm } from "../../inquiries/answers-in-form";

/** The mail as it was seen. */
const seen = (values: FormValues) => ({ id: idIn(values), version: Number(textOf(values, "version")) || 0 });

/** To the next mail of the list, with a word on what was just done to this one. */
function goOn(values: FormValues, done: string): never {
  const next = textOf(values, "next");
  const path = isId(next) ? paths.admin.inboxMail(next) : paths.admin.inbox;
  redirect(withQuery(path, { done, about: idIn(values) }));
}

const stay = (values: FormValues, done: string): never =>
  redirect(
    withQuery(paths.admin.inboxMail(idIn(values)), {
      done,
      about: `${idIn(values)}-${textOf(values, "version")}`,
    }),
  );

/** Does the work; when somebody else was faster, shows the mail as it is now and says so. */
async function decide(formData: FormData, name: string, work: (values: FormValues) => Promise<FormState>) {
  return runForm(formData, { name }, async (values) => {
    try {
      return await work(values);
    } catch (error) {
      if (!(error instanceof AppError && error.key === "inbound_mail_changed")) throw error;
      return stay(values, "changed");
    }
  });
}

export async function settleAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "settle inbound mail", async (values) => {
    await settleInboundMail(ctx, seen(values));
    return goOn(values, "settled");
  });
}

export async function dismissAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "dismiss inbound mail", async (values) => {
    await dismissInboundMail(ctx, seen(values));
    return goOn(values, "dismissed");
  });
}

export async function restoreAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "restore inbound mail", async (values) => {
    await restoreInboundMail(ctx, idIn(values));
    return stay(values, "restored");
  });
}

/** Enters the answers as a person read them; what came too late is said beside the person. */
export async function answerAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "answer from mail", async (values) => {
    const answers = answersInForm(values, ctx.now);
    if (answers.length === 0) throw new AppError("invalid", "nothing_selected");
    const results = await answerFromMail(ctx, seen(values), answers);
    const late = Object.entries(results).flatMap(([itemId, result]) =>
      result === "accepted" || result === "recorded" ? [] : [[itemId, result] as const],
    );
    if (late.length === 0) return goOn(values, "answered");
    const t = await getTranslations("staffInquiries.answer.results");
    return errorState(values, Object.fromEntries(late.map(([id, result]) => [`outcome.${id}`, t(result)])));
  });
}

/** Nobody is there: the inquiry waits until they are back. */
export async function askAgainAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "ask again from mail", async (values) => {
    await askAgainFromMail(ctx, seen(values), textOf(values, "until"));
    return goOn(values, "postponed");
  });
}

export async function objectAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "object from mail", async (values) => {
    const kind = objectionKinds.find((known) => known === textOf(values, "kind"));
    if (!kind) throw new AppError("invalid", "choose", { fields: { kind: "choose" } });
    const therapistId = textOf(values, "therapistId") || undefined;
    await objectFromMail(ctx, seen(values), { kind, therapistId });
    return goOn(values, "objected");
  });
}

/** The address of nobody's practice may be written to again. */
export async function liftAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("objections.lift");
  return runForm(formData, { name: "lift objection of a sender" }, async (values) => {
    const kind = objectionKinds.find((known) => known === textOf(values, "kind"));
    if (!kind) throw new AppError("invalid", "choose", { fields: { kind: "choose" } });
    const whose = { inboundMailId: idIn(values) };
    await liftObjection(ctx, { whose, kind, reason: textOf(values, "reason") });
    return stay(values, "lifted");
  });
}

export async function assignAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "assign inbound mail", async (values) => {
    const [kind, id = ""] = textOf(values, "target").split(":");
    const known = assignTargets.find((target) => target === kind);
    if (!known || !isId(id)) throw new AppError("invalid", "choose");
    await assignInboundMail(ctx, seen(values), { kind: known, id });
    return stay(values, "assigned");
  });
}

export async function mergeAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return decide(formData, "merge threads", async (values) => {
    await mergeThreads(ctx, seen(values), idIn(values, "into"));
    return stay(values, "merged");
  });
}

export async function readNowAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "read mailbox" }, async () => {
    await readMailboxNow(ctx);
    redirect(withQuery(paths.admin.inbox, { done: "requested" }));
  });
}
