import { deleteStaleIntakes } from "@/lib/domain/privacy/delete-stale-intakes";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Every night deletes registrations whose address nobody confirmed, and forms nobody finished, after seven days. */
export const retention = inngest.createFunction(
  { id: "retention", triggers: [{ cron: "TZ=Europe/Berlin 30 3 * * *" }] },
  async ({ step }) => step.run("delete-stale-intakes", () => runVerb("retention", deleteStaleIntakes)),
);
