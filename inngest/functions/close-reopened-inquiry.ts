import { expireInquiry } from "@/lib/domain/inquiries/expire-inquiry";
import { getSettings } from "@/lib/domain/settings/settings";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

const closesInquiry = (event: string) => ({ event, if: "async.data.inquiryId == event.data.inquiryId" });

/** After an inquiry was opened once more for the next person: waits for the answer, and ends it without one. */
export const closeReopenedInquiry = inngest.createFunction(
  {
    id: "close-reopened-inquiry",
    triggers: [{ event: "inquiry/reopened" }],
    cancelOn: [closesInquiry("inquiry/answered"), closesInquiry("inquiry/cancelled")],
    retries: 10,
  },
  async ({ event, step }) => {
    const inquiryId: string = event.data.inquiryId;
    const wait = await step.run("read-time-span", () =>
      runVerb(
        "close-reopened-inquiry",
        async (ctx) => `${(await getSettings(ctx)).reminderAfterDays}d` as const,
      ),
    );
    await step.sleep("wait-for-answer", wait);
    await step.run("expire", () => runVerb("close-reopened-inquiry", (ctx) => expireInquiry(ctx, inquiryId)));
  },
);
