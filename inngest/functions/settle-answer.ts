import { tellPatientPlaced } from "@/lib/domain/placements/tell-patient-placed";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** After an acceptance won in the database: tells the patient. The other practices were answered in the same moment. */
export const settleAnswer = inngest.createFunction(
  { id: "settle-answer", triggers: [{ event: "search/placed" }], retries: 10 },
  async ({ event, step }) => {
    const itemId: string = event.data.itemId;
    await step.run("tell-patient", () =>
      runVerb("settle-answer", (ctx) => tellPatientPlaced(ctx, { itemId })),
    );
  },
);
