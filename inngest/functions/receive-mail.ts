import { receiveMails } from "@/lib/domain/inbox/receive-mails";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** A run ends after this many batches; the next minute goes on. */
const mostBatches = 40;

/** Reads the mailbox every two minutes and whenever somebody asks, one run at a time. */
export const receiveMail = inngest.createFunction(
  {
    id: "receive-mail",
    triggers: [{ cron: "TZ=Europe/Berlin */2 * * * *" }, { event: "mailbox/read.requested" }],
    concurrency: { limit: 1 },
    retries: 1,
  },
  async ({ step }) => {
    let stored = 0;
    for (let batch = 1; batch <= mostBatches; batch += 1) {
      const read = await step.run(`read-batch-${batch}`, () => runVerb("receive-mail", receiveMails));
      stored += read.stored;
      if (!read.more) break;
    }
    return { stored };
  },
);
