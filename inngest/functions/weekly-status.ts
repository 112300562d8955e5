import { tellWeeklyStatus } from "@/lib/domain/searches/tell-weekly-status";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Every Monday tells patients who asked for it how their search stands, two hundred a step. */
export const weeklyStatus = inngest.createFunction(
  { id: "weekly-status", triggers: [{ cron: "TZ=Europe/Berlin 30 8 * * 1" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    let after: string | null = null;
    let part = 0;
    do {
      part += 1;
      const last: string | null = after;
      after = await step.run(`queue-${part}`, () =>
        runVerb("weekly-status", (ctx) => tellWeeklyStatus(ctx, last)),
      );
    } while (after);
    return { parts: part };
  },
);
