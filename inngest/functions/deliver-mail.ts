import type { GetStepTools } from "inngest";
import { deliverMail } from "@/lib/domain/mail/deliver-mail";
import { abandonMail } from "@/lib/domain/mail/finish-mail";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Far more looks than the tries and nights of one mail. */
const maxLooks = 100;

/**
 * Hands a queued mail to the mail server when its time has come, sleeps as long as the verb asks (quiet hours, a failed
 * try, another delivery under way), and makes a task when it gives up.
 */
export const deliverMailFunction = inngest.createFunction(
  {
    id: "deliver-mail",
    triggers: [{ event: "mail/queued" }],
    idempotency: "event.data.mailId",
    concurrency: { limit: 8 },
    retries: 20,
    onFailure: async ({ event, step }) => {
      const mailId: string = event.data.event.data.mailId;
      await step.run("abandon", () => runVerb("deliver-mail", (ctx) => abandonMail(ctx, mailId)));
    },
  },
  ({ event, step }) => follow(event.data.mailId as string, step),
);

/**
 * Hands over a mail as soon as what held it is gone. The run that follows it from the beginning sleeps on and finds it
 * gone; whoever takes the mail first sends it, and nobody else.
 */
export const deliverReleasedMail = inngest.createFunction(
  {
    id: "deliver-released-mail",
    triggers: [{ event: "mail/released" }],
    // Together with the others the mail server sees ten at once.
    concurrency: { limit: 2 },
    retries: 20,
  },
  ({ event, step }) => follow(event.data.mailId as string, step),
);

async function follow(mailId: string, step: GetStepTools<typeof inngest>): Promise<string> {
  for (let look = 1; look <= maxLooks; look++) {
    const { status, askAgainAt } = await step.run(look === 1 ? "deliver" : `deliver-${look}`, () =>
      runVerb("deliver-mail", (ctx) => deliverMail(ctx, mailId)),
    );
    if (!askAgainAt) return status;
    await step.sleepUntil(`wait-${look}`, askAgainAt);
  }
  await step.run("give-up", () => runVerb("deliver-mail", (ctx) => abandonMail(ctx, mailId)));
  return "failed";
}
