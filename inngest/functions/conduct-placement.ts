import { conductPlacement, findPlacementStep } from "@/lib/domain/placements/conduct-placement";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

const sameOne = "async.data.placementId == event.data.placementId";

/**
 * From an acceptance to the start of therapy: looks what comes next and when, waits for that or for news, and does it.
 * What comes next is worked out anew each time from the placement itself, so late or missed news does no harm.
 */
export const conductPlacementFunction = inngest.createFunction(
  {
    id: "conduct-placement",
    triggers: [{ event: "placement/accepted" }],
    cancelOn: [{ event: "placement/ended", if: sameOne }],
    retries: 10,
  },
  async ({ event, step }) => {
    const placementId: string = event.data.placementId;
    for (let turn = 0; ; turn++) {
      const next = await step.run(`look-${turn}`, () =>
        runVerb("conduct-placement", (ctx) => findPlacementStep(ctx, placementId)),
      );
      if (next.action === "end") return { ended: true };
      const news = await step.waitForEvent(`wait-${turn}`, {
        event: "placement/changed",
        if: sameOne,
        timeout: next.at === null ? "365d" : new Date(next.at),
      });
      if (news) continue;
      await step.run(`act-${turn}`, () =>
        runVerb("conduct-placement", (ctx) => conductPlacement(ctx, placementId)),
      );
    }
  },
);
