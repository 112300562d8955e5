import { tellSearchClosed } from "@/lib/domain/searches/tell-search-closed";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** When a search was ended: confirms it to the patient. */
export const closeSearch = inngest.createFunction(
  { id: "close-search", triggers: [{ event: "search/cancelled" }], retries: 10 },
  async ({ event, step }) => {
    const searchId: string = event.data.searchId;
    await step.run("tell-patient", () => runVerb("close-search", (ctx) => tellSearchClosed(ctx, searchId)));
  },
);
