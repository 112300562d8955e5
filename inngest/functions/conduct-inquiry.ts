import { expireInquiry } from "@/lib/domain/inquiries/expire-inquiry";
import { planInquiryCall } from "@/lib/domain/inquiries/plan-inquiry-call";
import { remindInquiry } from "@/lib/domain/inquiries/remind-inquiry";
import { sendInquiry } from "@/lib/domain/inquiries/send-inquiry";
import { getSettings } from "@/lib/domain/settings/settings";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

const closesInquiry = (event: string) => ({ event, if: "async.data.inquiryId == event.data.inquiryId" });

/**
 * From approval to the end: send, wait, remind, wait, call, wait, expire. An answer to the last patient, or a
 * cancellation, ends it; every verb looks at the inquiry itself, so a late one does nothing.
 */
export const conductInquiry = inngest.createFunction(
  {
    id: "conduct-inquiry",
    triggers: [{ event: "inquiry/approved" }],
    cancelOn: [
      closesInquiry("inquiry/approval.undone"),
      closesInquiry("inquiry/answered"),
      closesInquiry("inquiry/cancelled"),
    ],
    retries: 10,
  },
  async ({ event, step }) => {
    const inquiryId: string = event.data.inquiryId;
    const delay = await step.run("read-send-delay", () => runVerb("conduct-inquiry", readSendDelay));
    if (delay) await step.sleep("wait-for-undo", delay);
    const sent = await step.run("send", () =>
      runVerb("conduct-inquiry", (ctx) => sendInquiry(ctx, inquiryId)),
    );
    if (sent === "closed") return { ended: "closed" };
    const spans = await step.run("read-time-spans", () => runVerb("conduct-inquiry", readTimeSpans));
    await step.sleep("wait-for-answer", spans.reminder);
    await step.run("remind", () => runVerb("conduct-inquiry", (ctx) => remindInquiry(ctx, inquiryId)));
    await step.sleep("wait-after-reminder", spans.call);
    await step.run("plan-call", () => runVerb("conduct-inquiry", (ctx) => planInquiryCall(ctx, inquiryId)));
    await step.sleep("wait-after-call", spans.expiry);
    await step.run("expire", () => runVerb("conduct-inquiry", (ctx) => expireInquiry(ctx, inquiryId)));
    return { ended: "expired" };
  },
);

/** How long an approval can be taken back; empty when it is sent at once. */
async function readSendDelay(ctx: Parameters<typeof getSettings>[0]) {
  const { sendDelaySeconds } = await getSettings(ctx);
  return sendDelaySeconds === 0 ? "" : `${sendDelaySeconds}s`;
}

async function readTimeSpans(ctx: Parameters<typeof getSettings>[0]) {
  const { reminderAfterDays, callAfterDays, expiryAfterDays } = await getSettings(ctx);
  return { reminder: `${reminderAfterDays}d`, call: `${callAfterDays}d`, expiry: `${expiryAfterDays}d` };
}
