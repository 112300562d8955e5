import { type Context, requireAbility } from "@/lib/core/context";
import type { Settings } from "../../settings/settings";
import type { CompositionStrategy } from "../../vocabulary";
import { enoughExperience } from "./placement-settings";
import { countPastInquiries } from "../odds/load-past-inquiries";

type Chosen = Pick<Settings, "strategy" | "learnOdds">;

/** The strategy by which a matching run would compose now, which need not be the one that is set. */
export async function strategyInForce(ctx: Context, chosen: Chosen): Promise<CompositionStrategy> {
  requireAbility(ctx, "inquiries.read");
  return strategyFor(chosen, await countPastInquiries(ctx, enoughExperience));
}

/** While odds are to be learned and there is little to learn from, oldest first whatever is set. */
export function strategyFor({ strategy, learnOdds }: Chosen, experience: number): CompositionStrategy {
  return learnOdds && experience < enoughExperience ? "oldest-first" : strategy;
}
