import { z } from "zod";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import { isTooFarAhead } from "../furthest-day";
import { isoDay } from "../shared-schemas";
import { storeOwnWord } from "./store-own-word";

const places = z.coerce.number().int().min(0).max(50);
const statedCapacity = z.object({ individual: places, group: places, from: isoDay });
export type StatedCapacity = z.input<typeof statedCapacity>;

/**
 * A practice says by its link how many places it has and from when; none at all is an answer too. Counts eight weeks
 * from that day. A day that is past or more than two years ahead is `invalid`.
 */
export async function stateCapacity(ctx: Context, stated: StatedCapacity): Promise<void> {
  const { individual, group, from } = statedCapacity.parse(stated);
  const today = isoDayOf(ctx.now);
  if (from < today) throw new AppError("invalid", "date_in_past", { fields: { from: "date_in_past" } });
  if (isTooFarAhead(from, ctx.now))
    throw new AppError("invalid", "date_too_far", { fields: { from: "date_too_far" } });
  await storeOwnWord(ctx, { capacity: { individual, group, from, notedOn: today } });
}
