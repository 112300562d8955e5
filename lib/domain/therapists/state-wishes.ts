import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { wishes } from "./schemas";
import { storeOwnWord } from "./store-own-word";

/**
 * A practice says by its link whom it treats: the whole of its wishes, in place of what was known. They hold from the
 * next matching on. An age that ends before it begins is `invalid`.
 */
export async function stateWishes(ctx: Context, stated: z.input<typeof wishes>): Promise<void> {
  const valid = wishes.parse(stated);
  if (valid.ageMin !== null && valid.ageMax !== null && valid.ageMin > valid.ageMax)
    throw new AppError("invalid", "age_order", { fields: { ageMax: "age_order" } });
  await storeOwnWord(ctx, { wishes: valid });
}
