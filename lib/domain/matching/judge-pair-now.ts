import type { Context } from "@/lib/core/context";
import { loadExactMinutes } from "./load-exact-minutes";
import { createJudge } from "./kernel";
import type { MatchingRecords } from "./load-records";
import { type RuleId, pairVerdict, rulesIn } from "./rules";
import { takeSnapshot } from "./snapshot";

/** What an inquiry item keeps of the judgement on its pair. */
export type JudgedPair = {
  locationId: string | null;
  distanceKm: number | null;
  travelMinutes: number | null;
  travelEstimated: boolean;
  checks: RuleId[];
};

/**
 * Judges the one patient and the one therapist of these records, as of now and with the minutes that routers are known
 * to say; null when a rule keeps the pair out. Asks nobody, so it may stand in a transaction.
 */
export async function judgePairNow(ctx: Context, records: MatchingRecords): Promise<JudgedPair | null> {
  const snapshot = takeSnapshot(records, ctx.now);
  const exactMinutes = await loadExactMinutes(ctx, snapshot);
  const { pair, judge, measure } = createJudge(snapshot, { exactMinutes });
  judge(0, 0);
  if (pairVerdict(pair.failed, pair.unknown) === "out") return null;
  measure();
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    locationId: records.therapists[0]!.locations[pair.location]?.id ?? null,
    distanceKm: known(pair.km),
    travelMinutes: known(pair.minutes),
    travelEstimated: exactMinutes?.(0, 0, pair.location) === undefined,
    checks: rulesIn(pair.unknown),
  };
}

/**
 * The ids of those patients of these records whom no rule keeps from their one therapist, judged as `judgePairNow` does.
 */
export async function fittingPatientsNow(ctx: Context, records: MatchingRecords): Promise<Set<string>> {
  if (records.patients.length === 0 || records.therapists.length === 0) return new Set();
  const snapshot = takeSnapshot(records, ctx.now);
  const { pair, judge } = createJudge(snapshot, { exactMinutes: await loadExactMinutes(ctx, snapshot) });
  const fitting = snapshot.patients.records.filter((_, patient) => {
    judge(patient, 0);
    return pairVerdict(pair.failed, pair.unknown) !== "out";
  });
  return new Set(fitting.map(({ id }) => id));
}
