import type { Context } from "@/lib/core/context";
import { weeklyHours } from "../shared-schemas";
import type { WeeklyHours } from "../vocabulary";
import { storeOwnWord } from "./store-own-word";

/** A practice says by its link when it can be reached by telephone; calls are planned by it from now on. */
export async function correctPhoneHours(ctx: Context, hours: WeeklyHours): Promise<void> {
  await storeOwnWord(ctx, { phoneHours: weeklyHours.parse(hours) });
}
