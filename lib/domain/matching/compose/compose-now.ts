import type { Context } from "@/lib/core/context";
import type { Settings } from "../../settings/settings";
import { compose } from "./compose";
import { type PlacementKnowledge, type PlacementSettings, defaultMinGain } from "./placement-settings";
import { loadExactMinutes } from "../ways/load-exact-minutes";
import { inSlices } from "../kernel/in-slices";
import type { ExactMinutes } from "../kernel/place-judge";
import { type MatchingRecords, loadMatchingRecords } from "../load/load-records";
import { type PairTable, collectPairs } from "../kernel/pair-table";
import type { ComposedInquiry } from "./composed-inquiries";
import { type Snapshot, takeSnapshotInSlices } from "../kernel/snapshot";
import { strategyFor } from "./strategy-in-force";

/** The present state with every pair that may be proposed. */
export type Present = {
  records: MatchingRecords;
  snapshot: Snapshot;
  exactMinutes: ExactMinutes | undefined;
  pairs: PairTable;
};

/** Told after each slice of work; what it throws ends the work. */
export type SliceReport = (composed: number) => Promise<void>;

/** Loads the present state and judges its pairs, in slices between which the process answers others. */
export async function loadPresent(
  ctx: Context,
  report: SliceReport,
  { withoutProposals = false } = {},
): Promise<Present> {
  const records = await loadMatchingRecords(ctx, { withoutProposals });
  const snapshot = await inSlices(takeSnapshotInSlices(records, ctx.now), () => report(0));
  const exactMinutes = await loadExactMinutes(ctx, snapshot);
  const { table } = await inSlices(collectPairs(snapshot, { exactMinutes }), () => report(0));
  return { records, snapshot, exactMinutes, pairs: table };
}

/**
 * Composes inquiries by the service's settings and the strategy in force, at most `contactBudget`, in slices.
 */
export function composePresent(
  { snapshot, pairs }: Present,
  settings: Settings,
  knowledge: PlacementKnowledge,
  contactBudget: number | null,
  report: SliceReport,
): Promise<ComposedInquiry[]> {
  const given = { ...placementSettingsOf(settings), contactBudget };
  const strategy = strategyFor(settings, knowledge.odds.experience);
  return inSlices(compose(strategy, snapshot, pairs, given, knowledge), report);
}

/** From the settings that staff see to those of the composition. */
function placementSettingsOf(settings: Settings): Omit<PlacementSettings, "contactBudget"> {
  const { maxItems, maxParallel, firstInquiryDays, waitingWeeks, acuteWeight, urgentWeight } = settings;
  return {
    maxItemsPerInquiry: maxItems,
    maxParallelInquiries: maxParallel,
    minGain: defaultMinGain,
    firstInquiryDays,
    urgencyWeights: { acute: acuteWeight, urgent: urgentWeight, normal: 1 },
    waitingWeeks,
  };
}
