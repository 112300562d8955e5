import { eq } from "drizzle-orm";
import { validate } from "uuid";
import { calls } from "@/db/schema";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { type AnswerPageItem, loadAnswerItems } from "../inquiries/get-answer-page";
import { logInquiryView, patientIdsOf } from "../inquiries/log-view";
import { type CallLine, listCalls } from "./list-calls";

export type CallView = {
  line: CallLine;
  /** What may be told and asked on the telephone: the same anonymised profiles as on the answer page. */
  inquiries: { inquiryId: string; reference: string; therapistName: string; items: AnswerPageItem[] }[];
};

/**
 * One planned call with everything that is to be asked on its number; null when it is done. `not-found` when it never
 * was. Each opening is written to the audit log as `inquiry.view` of each inquiry, with its
 * patients.
 */
export async function getCall(ctx: Context, callId: string): Promise<CallView | null> {
  requireAbility(ctx, "inquiries.review");
  if (!validate(callId)) throw notFound();
  const [call] = await ctx.db.select().from(calls).where(eq(calls.id, callId));
  if (!call) throw notFound();
  const { now, later } = await listCalls(ctx);
  const line = [...now, ...later].find((one) =>
    one.inquiries.some(({ inquiryId }) => inquiryId === call.inquiryId),
  );
  if (call.status !== "planned" || !line) return null;
  const inquiries = await Promise.all(
    line.inquiries.map(async ({ inquiryId, reference, therapistName }) => {
      const items = await loadAnswerItems(ctx, inquiryId);
      await inTransaction(ctx, async (tx) =>
        logInquiryView(tx, inquiryId, await patientIdsOf(tx, inquiryId)),
      );
      return { inquiryId, reference, therapistName, items: items.filter(({ state }) => state === "open") };
    }),
  );
  return { line, inquiries };
}
