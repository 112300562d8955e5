import { countFacts } from "@/lib/domain/matching/run/count-facts";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** After a matching run: counts which missing facts hold up most, for the list that staff works off. */
export const countFactsFunction = inngest.createFunction(
  {
    id: "count-facts",
    triggers: [{ event: "matching/run.finished" }],
    concurrency: { limit: 1 },
    retries: 3,
  },
  async ({ event, step }) => {
    const runId: string = event.data.runId;
    return step.run("count", () => runVerb("count-facts", (ctx) => countFacts(ctx, runId)));
  },
);
