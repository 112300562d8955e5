import { forgetOldRequests } from "@/lib/core/idempotency";
import { deleteOldInboundMails } from "@/lib/domain/privacy/delete-old-inbound-mails";
import { deleteStaleIntakes } from "@/lib/domain/privacy/delete-stale-intakes";
import { purgeExpired } from "@/lib/domain/privacy/purge-expired";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Every night deletes registrations whose address nobody confirmed, forms nobody finished, and what has done its service. */
export const retention = inngest.createFunction(
  { id: "retention", triggers: [{ cron: "TZ=Europe/Berlin 30 3 * * *" }] },
  async ({ step }) => {
    await step.run("delete-stale-intakes", () => runVerb("retention", deleteStaleIntakes));
    await step.run("purge-expired", () => runVerb("retention", purgeExpired));
    await step.run("delete-old-inbound-mails", () => runVerb("retention", deleteOldInboundMails));
    await step.run("forget-old-requests", () => runVerb("retention", forgetOldRequests));
  },
);
