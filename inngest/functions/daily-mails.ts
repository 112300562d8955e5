import { tellPausesEnding } from "@/lib/domain/searches/tell-pause-ending";
import { tellDueTasks } from "@/lib/domain/staff/tell-due-tasks";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Every morning tells patients whose pause ends soon, and the team that tasks are due. */
export const dailyMails = inngest.createFunction(
  { id: "daily-mails", triggers: [{ cron: "TZ=Europe/Berlin 0 8 * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    await step.run("pauses-ending", () => runVerb("daily-mails", tellPausesEnding));
    await step.run("tasks-due", () => runVerb("daily-mails", tellDueTasks));
  },
);
