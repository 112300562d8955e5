import { asc, eq } from "drizzle-orm";
import { inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { listWaitingProposals } from "@/lib/domain/inquiries/waiting-proposals";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { approveInquiry } from "@/lib/domain/inquiries/review-inquiry";
import type { AnswerOutcome } from "@/lib/domain/inquiries/status";
import { sendInquiry } from "@/lib/domain/inquiries/send-inquiry";

/** Every second proposal stays to be reviewed; of the others every third is answered, in one of these ways. */
const ways: AnswerOutcome[][] = [
  ["accepted", "rejected_capacity"],
  ["rejected_capacity"],
  ["rejected_unsuitable", "rejected_capacity"],
  ["rejected_other", "accepted"],
];

/** Approves and sends half of the proposals, and lets some practices answer, so that the desk has something to show. */
export async function answerSome(ctx: () => Context): Promise<{ sent: number; answered: number }> {
  const proposals = (await listWaitingProposals(ctx())).filter((_, i) => i % 2 === 0);
  for (const { id, version } of proposals) {
    await approveInquiry(ctx(), { inquiryId: id, version });
    await sendInquiry(ctx(), id);
  }
  const answering = proposals.filter((_, i) => i % 3 === 0);
  for (const [i, { id }] of answering.entries()) {
    const items = await ctx()
      .db.select({ id: inquiryItems.id })
      .from(inquiryItems)
      .where(eq(inquiryItems.inquiryId, id))
      .orderBy(asc(inquiryItems.position));
    const way = ways[i % ways.length]!;
    const answers = items.map((item, k) => ({ itemId: item.id, outcome: way[Math.min(k, way.length - 1)]! }));
    await respondToInquiry({ ...ctx(), actor: { kind: "therapist", inquiryId: id } }, id, answers);
  }
  return { sent: proposals.length, answered: answering.length };
}
