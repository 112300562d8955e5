import { abandonMail, deliverMail } from "@/lib/domain/mail/deliver-mail";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Hands a queued mail to the mail server, tries again while the server asks for it, and makes a task when it gives up. */
export const deliverMailFunction = inngest.createFunction(
  {
    id: "deliver-mail",
    triggers: [{ event: "mail/queued" }],
    idempotency: "event.data.mailId",
    concurrency: { limit: 10 },
    // With the waits of the engine these are some hours: a mail server that is down for a morning loses nothing.
    retries: 20,
    onFailure: async ({ event, step }) => {
      const mailId: string = event.data.event.data.mailId;
      await step.run("abandon", () => runVerb("deliver-mail", (ctx) => abandonMail(ctx, mailId)));
    },
  },
  async ({ event, step }) => {
    const mailId: string = event.data.mailId;
    return step.run("deliver", () => runVerb("deliver-mail", (ctx) => deliverMail(ctx, mailId)));
  },
);
