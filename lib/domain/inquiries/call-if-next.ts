import type { Context } from "@/lib/core/context";
import { getSettings } from "../settings/settings";
import { loadInquiryState } from "./load-state";
import { nextInquiryStep } from "./next-step";
import { planInquiryCall } from "./plan-inquiry-call";

/** Puts an inquiry on the call list now if a call is what comes next, in the caller's transaction. */
export async function callIfNext(ctx: Context, inquiryId: string): Promise<void> {
  const state = await loadInquiryState(ctx, inquiryId);
  const next = state && nextInquiryStep(state, await getSettings(ctx));
  if (next?.action === "call") await planInquiryCall(ctx, inquiryId);
}
