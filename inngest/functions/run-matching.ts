import { failRun, runMatching, startRun } from "@/lib/domain/matching/run-matching";
import { requestMatchingRun } from "@/lib/domain/matching/request-run";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Orders the nightly run. */
export const scheduleMatching = inngest.createFunction(
  { id: "schedule-matching", triggers: [{ cron: "TZ=Europe/Berlin 0 5 * * *" }] },
  async ({ step }) => step.run("request-run", () => runVerb("schedule-matching", requestMatchingRun)),
);

/** Carries out a matching run, one at a time. Proposals are stored in one transaction, so a repetition adds nothing. */
export const runMatchingFunction = inngest.createFunction(
  {
    id: "run-matching",
    triggers: [{ event: "matching/run.requested" }],
    concurrency: { limit: 1 },
    retries: 3,
    onFailure: async ({ event, step }) => {
      const runId: string = event.data.event.data.runId;
      await step.run("fail", () => runVerb("run-matching", (ctx) => failRun(ctx, runId)));
    },
  },
  async ({ event, step }) => {
    const runId: string = event.data.runId;
    await step.run("start", () => runVerb("run-matching", (ctx) => startRun(ctx, runId)));
    return step.run("match-and-propose", () => runVerb("run-matching", (ctx) => runMatching(ctx, runId)));
  },
);
