import { conductInquiry as conduct, findInquiryStep } from "@/lib/domain/inquiries/conduct-inquiry";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

const sameOne = "async.data.inquiryId == event.data.inquiryId";
const endsWith = (event: string) => ({ event, if: sameOne });

/**
 * From approval to the end: send, remind, call, expire, each in its time. Looks what comes next and when, waits for
 * that or for news, and does it. What comes next is worked out anew each time from the inquiry itself, so a second run,
 * late or missed news and an engine that stood still do no harm.
 */
export const conductInquiry = inngest.createFunction(
  {
    id: "conduct-inquiry",
    triggers: [{ event: "inquiry/approved" }],
    cancelOn: [
      endsWith("inquiry/approval.undone"),
      endsWith("inquiry/answered"),
      endsWith("inquiry/cancelled"),
    ],
    retries: 10,
  },
  async ({ event, step }) => {
    const inquiryId: string = event.data.inquiryId;
    for (let turn = 0; ; turn++) {
      const next = await step.run(`look-${turn}`, () =>
        runVerb("conduct-inquiry", (ctx) => findInquiryStep(ctx, inquiryId)),
      );
      if (next.action === "end" || next.action === "review") return { ended: next.action };
      const news = await step.waitForEvent(`wait-${turn}`, {
        event: "inquiry/changed",
        if: sameOne,
        // While a person has it, nothing is due; it is looked at all the same, should the news of its return get lost.
        timeout: next.at === null ? "30d" : new Date(next.at),
      });
      if (news) continue;
      await step.run(`act-${turn}`, () => runVerb("conduct-inquiry", (ctx) => conduct(ctx, inquiryId)));
    }
  },
);
