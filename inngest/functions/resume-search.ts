import { resumeDueSearches } from "@/lib/domain/searches/resume-search";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Every quarter of an hour lets searches go on whose pause is over. */
export const resumeSearch = inngest.createFunction(
  { id: "resume-search", triggers: [{ cron: "TZ=Europe/Berlin */15 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => step.run("resume-due", () => runVerb("resume-search", (ctx) => resumeDueSearches(ctx))),
);
