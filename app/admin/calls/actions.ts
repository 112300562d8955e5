"use server";

import { redirect } from "next/navigation";
import { type FormState, listOf, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { claimLine, releaseLine } from "@/lib/domain/calls/claim-line";
import { recordCall } from "@/lib/domain/calls/record-call";
import type { CallRecord } from "@/lib/domain/calls/schemas";
import { callResults, isReached } from "@/lib/domain/calls/status";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn, isId } from "@/lib/web/page";
import { answersInForm } from "../inquiries/answers-in-form";

/** Takes a number, so that nobody else calls it meanwhile, and opens the call. */
export async function claimCallAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "claim call" }, async (values) => {
    const callId = idIn(values);
    await claimLine(ctx, callId, { ringsBack: textOf(values, "ringsBack") === "yes" });
    redirect(paths.admin.call(callId));
  });
}

/** Gives the number back without having called. */
export async function releaseCallAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "release call" }, async (values) => {
    await releaseLine(ctx, idIn(values));
    redirect(withQuery(paths.admin.calls, { done: "released" }));
  });
}

/** Writes down a call and what the practice said about each person. */
export async function recordCallAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "record call" }, async (values) => {
    const callId = idIn(values);
    const record = recordIn(values);
    const said = isReached(record.result) ? answersInForm(values, ctx.now) : [];
    const inquiryOf = inquiriesIn(values);
    const answers = [...Map.groupBy(said, ({ itemId }) => inquiryOf(itemId))].map(([inquiryId, own]) => ({
      inquiryId,
      answers: own,
    }));
    const results = await recordCall(ctx, callId, { ...record, answers });
    const isLate = Object.values(results).some((one) => one !== "accepted" && one !== "recorded");
    redirect(withQuery(paths.admin.calls, { done: isLate ? "late" : record.result }));
  });
}

function recordIn(values: FormValues): CallRecord {
  const result = callResults.find((one) => one === textOf(values, "result"));
  if (!result) throw new AppError("invalid", "nothing_selected");
  const weeks = textOf(values, "namedWaitWeeks");
  const [on, at] = [textOf(values, "callBackOn"), textOf(values, "callBackAt")];
  return {
    result,
    notes: textOf(values, "notes"),
    objecting: listOf(values, "objecting"),
    namedWaitWeeks: weeks === "" ? null : Number(weeks.replace(",", ".")),
    callBack: result === "call_back" && on && at ? { on, at } : null,
  };
}

/** Which inquiry a person belongs to, as the form says in its fields `item` ("inquiry item"). The verb checks it. */
function inquiriesIn(values: FormValues): (itemId: string) => string {
  const pairs = new Map(listOf(values, "item").map((pair) => pair.split(" ").reverse() as [string, string]));
  return (itemId) => {
    const inquiryId = pairs.get(itemId);
    if (!inquiryId || !isId(inquiryId)) throw new AppError("not-found", "not_found");
    return inquiryId;
  };
}
