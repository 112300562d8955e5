import type { Context } from "@/lib/core/context";
import { loadExactMinutes } from "../ways/load-exact-minutes";
import { createJudge } from "../kernel/kernel";
import type { MatchingRecords } from "../load/load-records";
import { type RuleId, pairVerdict, rulesIn } from "../kernel/rules";
import { takeSnapshot } from "../kernel/snapshot";

/** What an inquiry item keeps of the judgement on its pair. */
export type JudgedPair = {
  locationId: string | null;
  distanceKm: number | null;
  travelMinutes: number | null;
  travelEstimated: boolean;
  checks: RuleId[];
};

/**
 * Judges these patients and the one therapist of these records, as of now and with the minutes that routers are known to
 * say; by patient, without those whom a rule keeps out. Asks nobody, so it may stand in a transaction.
 */
export async function judgePairsNow(
  ctx: Context,
  records: MatchingRecords,
): Promise<Map<string, JudgedPair>> {
  const [therapist] = records.therapists;
  if (records.patients.length === 0 || !therapist) return new Map();
  const snapshot = takeSnapshot(records, ctx.now);
  const exactMinutes = await loadExactMinutes(ctx, snapshot);
  const { pair, judge, measure } = createJudge(snapshot, { exactMinutes });
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return new Map(
    snapshot.patients.records.flatMap(({ id }, patient) => {
      judge(patient, 0);
      if (pairVerdict(pair.failed, pair.unknown) === "out") return [];
      measure();
      const judged: JudgedPair = {
        locationId: therapist.locations[pair.location]?.id ?? null,
        distanceKm: known(pair.km),
        travelMinutes: known(pair.minutes),
        travelEstimated: exactMinutes?.(patient, 0, pair.location) === undefined,
        checks: rulesIn(pair.unknown),
      };
      return [[id, judged] as const];
    }),
  );
}
