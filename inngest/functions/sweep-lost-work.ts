import { sweepAddresses } from "@/lib/domain/geo/sweep-addresses";
import { askHolders } from "@/lib/domain/inquiries/ask-holders";
import { moveHeldUp } from "@/lib/domain/inquiries/move-held-up";
import { sweepLostWork } from "@/lib/domain/outreach/sweep-lost-work";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Every hour repairs what a workflow gave up on, such as an approved inquiry that was never sent, or an address nobody could place, lets what was held back leave earlier when there is room, and asks after what somebody took over. */
export const sweep = inngest.createFunction(
  { id: "sweep-lost-work", triggers: [{ cron: "TZ=Europe/Berlin 17 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    await step.run("emit-again", () => runVerb("sweep-lost-work", sweepLostWork));
    await step.run("move-held-up", () => runVerb("sweep-lost-work", moveHeldUp));
    await step.run("ask-holders", () => runVerb("sweep-lost-work", askHolders));
    await step.run("place-again", () => runVerb("sweep-lost-work", sweepAddresses));
  },
);
