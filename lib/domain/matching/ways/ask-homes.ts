import type { Context } from "@/lib/core/context";
import { ServiceUnavailable } from "../../geo/ask-service";
import { askTravelTimes } from "../../geo/ask-travel-times";
import type { Question } from "./open-questions";

/**
 * What came of asking about a home: all was answered; time was too short; its router failed; or its router, or the home,
 * was being left alone.
 */
export type AskedHome = "answered" | "left" | "failed" | "spared";

/**
 * Returns a function that asks about one home unless time is over, on the clock of `performance.now()`, or the home or
 * its router is being left alone. That a router fails on one home says nothing of others. The function never throws for
 * a router that fails.
 */
export function createAsker(ctx: Context, endsAt: number): (question: Question) => Promise<AskedHome> {
  const leftAlone = new Set<string>();
  return async ({ origin, cells }) => {
    if (leftAlone.has(origin.mode) || leftAlone.has(origin.key)) return "spared";
    if (performance.now() >= endsAt) return "left";
    try {
      const { left } = await askTravelTimes(ctx, origin, cells, endsAt);
      return left === 0 ? "answered" : "left";
    } catch (error) {
      if (!(error instanceof ServiceUnavailable)) throw error;
      leftAlone.add(error.wasAsked ? origin.key : origin.mode);
      return error.wasAsked ? "failed" : "spared";
    }
  };
}
