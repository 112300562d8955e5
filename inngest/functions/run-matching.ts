import { askForRun } from "@/lib/domain/matching/run/ask-for-run";
import { findWays } from "@/lib/domain/matching/run/find-ways";
import { judgeRegion } from "@/lib/domain/matching/run/judge-region";
import { stopAsking } from "@/lib/domain/matching/run/leave-estimates";
import { proposeRun } from "@/lib/domain/matching/run/propose-run";
import { requestMatchingRun } from "@/lib/domain/matching/run/request-run";
import { failRun, startRun } from "@/lib/domain/matching/run/start-run";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Orders the nightly run. */
export const scheduleMatching = inngest.createFunction(
  { id: "schedule-matching", triggers: [{ cron: "TZ=Europe/Berlin 0 5 * * *" }] },
  async ({ step }) => step.run("request-run", () => runVerb("schedule-matching", requestMatchingRun)),
);

/** So many minutes a run asks routers at the most. */
const maxRounds = 45;

/**
 * Carries out a matching run: ways are asked for where a router is configured, and what it does not answer in time stays
 * an estimate, as does what is left when asking itself fails; the run says why. Then the regions are independent steps, so that several
 * workers can share them; then one step composes and stores. Steps return numbers only.
 */
export const runMatchingFunction = inngest.createFunction(
  {
    id: "run-matching",
    triggers: [{ event: "matching/run.requested" }],
    concurrency: { limit: 2 },
    retries: 3,
    onFailure: async ({ event, step }) => {
      const runId: string = event.data.event.data.runId;
      await step.run("fail", () => runVerb("run-matching", (ctx) => failRun(ctx, runId)));
    },
  },
  async ({ event, step }) => {
    const runId: string = event.data.runId;
    const { regions } = await step.run("start", () => runVerb("run-matching", (ctx) => startRun(ctx, runId)));
    const asking = () => runVerb("run-matching", (ctx) => askForRun(ctx, runId));
    const stop = (reason: "error" | "time") => () =>
      runVerb("run-matching", (ctx) => stopAsking(ctx, runId, reason));
    try {
      let { left } = await step.run("find-ways", () =>
        runVerb("run-matching", (ctx) => findWays(ctx, runId)),
      );
      for (let round = 1; left > 0 && round <= maxRounds; round++)
        left = (await step.run(`ask-for-ways-${round}`, asking)).left;
      if (left > 0) await step.run("leave-the-rest", stop("time"));
    } catch {
      // The step that failed has logged why.
      await step.run("leave-estimates", stop("error"));
    }
    const counts = await Promise.all(
      regions.map((region) =>
        step.run(`judge-${region}`, () =>
          runVerb("run-matching", (ctx) => judgeRegion(ctx, { runId, region })),
        ),
      ),
    );
    return step.run("propose", () => runVerb("run-matching", (ctx) => proposeRun(ctx, { runId, counts })));
  },
);
