import type { Pair } from "@/lib/domain/matching/kernel/kernel";
import { pairVerdict, ruleIds, ruleVerdict } from "@/lib/domain/matching/kernel/rules";
import type { HandMade } from "./matching-oracle";

/** Random worlds per property; MATCHING_WORLDS asks for more. */
export const worldCount = Number(process.env.MATCHING_WORLDS ?? 10_000);

/** The kernel's judgement on a pair in the form of the slow second implementation. */
export function judgementOf(pair: Readonly<Pair>): HandMade {
  return {
    rules: Object.fromEntries(
      ruleIds.map((id) => [id, ruleVerdict(id, pair.failed, pair.unknown)]),
    ) as HandMade["rules"],
    verdict: pairVerdict(pair.failed, pair.unknown),
    location: pair.location < 0 ? null : pair.location,
    km: Number.isNaN(pair.km) ? null : pair.km,
    minutes: Number.isNaN(pair.minutes) ? null : pair.minutes,
  };
}
