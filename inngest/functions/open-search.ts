import { tellSearchStarted } from "@/lib/domain/searches/tell-search-started";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** When a search opens: tells the patient that it runs and where to look how it stands. */
export const openSearch = inngest.createFunction(
  { id: "open-search", triggers: [{ event: "search/opened" }], retries: 10 },
  async ({ event, step }) => {
    const searchId: string = event.data.searchId;
    await step.run("tell-patient", () => runVerb("open-search", (ctx) => tellSearchStarted(ctx, searchId)));
  },
);
