import { sweepLostWork } from "@/lib/domain/outreach/sweep-lost-work";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Every hour repairs what a workflow gave up on, such as an approved inquiry that was never sent. */
export const sweep = inngest.createFunction(
  { id: "sweep-lost-work", triggers: [{ cron: "TZ=Europe/Berlin 17 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => step.run("emit-again", () => runVerb("sweep-lost-work", sweepLostWork)),
);
