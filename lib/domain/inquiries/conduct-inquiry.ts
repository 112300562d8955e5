import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { getSettings } from "../settings/settings";
import { expireInquiry } from "./expire-inquiry";
import { loadInquiryState } from "./load-state";
import { type InquiryAct, type InquiryStep, nextInquiryStep } from "./next-step";
import { planInquiryCall } from "./plan-inquiry-call";
import { remindInquiry } from "./remind-inquiry";
import { sendInquiry } from "./send-inquiry";

/** What happens next with an inquiry, and when; `end` when there is none (any more). */
export async function findInquiryStep(ctx: Context, inquiryId: string): Promise<InquiryStep> {
  requireAbility(ctx, "inquiries.read");
  const state = await loadInquiryState(ctx, inquiryId);
  return state ? nextInquiryStep(state, await getSettings(ctx)) : { action: "end", at: null };
}

/**
 * Does what is due with an inquiry now, once; nothing when nothing is due any more, or when it was put off because
 * enough leave today. Tells what it did.
 */
export async function conductInquiry(ctx: Context, inquiryId: string): Promise<InquiryAct | "none"> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const step = await stepOf(tx, inquiryId);
    if (step.at === null || step.at > tx.now) return "none";
    return (await act(tx, inquiryId, step.action)) ? step.action : "none";
  });
}

/**
 * Does at once what would have come later by itself: sends, reminds or puts it on the call list. Conflict when
 * something else comes next by now, because the practice answered or somebody was faster (`inquiry_changed`), or when
 * as many inquiries leave today as the setting allows (`sending_day_full`).
 */
export async function hastenInquiry(
  ctx: Context,
  { inquiryId, action }: { inquiryId: string; action: Exclude<InquiryAct, "expire"> },
): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    const step = await stepOf(tx, inquiryId);
    if (step.action !== action) throw conflict("inquiry_changed");
    if (!(await act(tx, inquiryId, action))) throw conflict("sending_day_full");
  });
}

async function stepOf(tx: Context, inquiryId: string): Promise<InquiryStep> {
  const state = await loadInquiryState(tx, inquiryId, { lock: true });
  if (!state) throw notFound();
  return nextInquiryStep(state, await getSettings(tx));
}

/** False when it was put off instead. */
async function act(tx: Context, inquiryId: string, action: InquiryAct): Promise<boolean> {
  if (action === "send") return (await sendInquiry(tx, inquiryId)) !== "held";
  if (action === "remind") await remindInquiry(tx, inquiryId);
  else if (action === "call") await planInquiryCall(tx, inquiryId);
  else await expireInquiry(tx, inquiryId);
  return true;
}
