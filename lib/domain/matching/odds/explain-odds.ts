import { asc, eq } from "drizzle-orm";
import { inquiryItems } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { formatPercent } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";
import { oddsSentences } from "./odds-sentences";

export type OddsExplanation = {
  /** The estimated chance that the practice accepts this patient when asked for alone, such as "12 %". */
  chance: string;
  /** What it is made of, in plain words. */
  sentences: string[];
};

/**
 * The odds of an acceptance of each item of an inquiry as estimated when it was proposed or added, by the id of the
 * item. Items without estimates are missing: estimates were switched off, or the strategy needs none.
 */
export async function explainOdds(
  ctx: Context,
  inquiryId: string,
  locale: Locale,
): Promise<Map<string, OddsExplanation>> {
  requireAbility(ctx, "inquiries.read");
  const items = await ctx.db
    .select({ id: inquiryItems.id, odds: inquiryItems.odds, minutes: inquiryItems.travelMinutes })
    .from(inquiryItems)
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
  return new Map(
    items.flatMap(({ id, odds, minutes }) => {
      if (!odds) return [];
      const sentences = oddsSentences(odds, minutes).map((sentence) => sentence[locale]);
      return [[id, { chance: formatPercent(odds.chance, locale), sentences }] as const];
    }),
  );
}
