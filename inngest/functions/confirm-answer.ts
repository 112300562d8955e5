import { sendReceipt } from "@/lib/domain/inquiries/send-receipt";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** After the last answer of an inquiry: the practice gets its receipt. */
export const confirmAnswer = inngest.createFunction(
  { id: "confirm-answer", triggers: [{ event: "inquiry/answered" }], retries: 10 },
  async ({ event, step }) => {
    const inquiryId: string = event.data.inquiryId;
    await step.run("send-receipt", () => runVerb("confirm-answer", (ctx) => sendReceipt(ctx, inquiryId)));
  },
);
