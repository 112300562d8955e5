import { asc, eq } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import type { Locale } from "@/lib/i18n/locale";
import { exactMinutesFor } from "../ways/exact-minutes";
import { type PairExplanation, explainPair } from "./explain-pair";
import { loadPairRecords } from "../load/load-pair-records";
import { takeSnapshot } from "../kernel/snapshot";

/**
 * Why each patient is in an inquiry: every rule with its verdict as of now, decided by the kernel, by the id of the
 * item. Who is missing searches no longer.
 */
export async function explainProposal(
  ctx: Context,
  inquiryId: string,
  locale: Locale,
): Promise<Map<string, PairExplanation>> {
  requireAbility(ctx, "inquiries.read");
  const items = await ctx.db
    .select({ id: inquiryItems.id, patientId: searches.patientId, therapistId: inquiries.therapistId })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
  if (items.length === 0) return new Map();
  const records = await loadPairRecords(
    ctx,
    items[0]!.therapistId,
    items.map(({ patientId }) => patientId),
  );
  const snapshot = takeSnapshot(records, ctx.now);
  const exactMinutes = await exactMinutesFor(ctx, snapshot, { failing: true });
  return new Map(
    items.flatMap(({ id, patientId }) => {
      const patient = snapshot.patients.indexById.get(patientId);
      return patient === undefined
        ? []
        : [[id, explainPair(snapshot, patient, 0, locale, { exactMinutes })] as const];
    }),
  );
}
