import { asc, eq } from "drizzle-orm";
import { inquiryItems, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { loadPatientRecords } from "../matching/load/load-patient-records";
import type { MatchingPatient } from "../matching/kernel/records";
import { compareTurns, turnOf } from "../matching/kernel/turns";

/**
 * Numbers the items of an inquiry that was not sent yet from 1 without gaps, in the published order, in the caller's
 * transaction. Who is equal by it keeps their place, and who searches no longer stands last. So "person 2" means the
 * same at the desk, on the answer page and on the telephone, and who came in by hand stands where the order says.
 * `loaded` are the patients' records if the transaction has them already.
 */
export async function orderItems(
  ctx: Context,
  inquiryId: string,
  loaded?: readonly MatchingPatient[],
): Promise<void> {
  const items = await ctx.db
    .select({
      id: inquiryItems.id,
      position: inquiryItems.position,
      patientId: searches.patientId,
    })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
  const patientIds = items.map(({ patientId }) => patientId);
  const records = loaded ?? (await loadPatientRecords(ctx, { patientIds }));
  const turns = new Map(records.map((record) => [record.id, turnOf(record)]));
  const inOrder = items.toSorted((a, b) => {
    const [one, other] = [turns.get(a.patientId), turns.get(b.patientId)];
    return one && other ? compareTurns(one, other) : Number(!one) - Number(!other);
  });
  if (inOrder.every(({ position }, i) => position === i + 1)) return;
  // Positions are unique at every moment: all step aside to those of who follows, which nobody has yet, and come back.
  for (const [i, { id }] of inOrder.entries()) {
    await ctx.db
      .update(inquiryItems)
      .set({ offered: true, position: 6 + i + 1 })
      .where(eq(inquiryItems.id, id));
  }
  for (const [i, { id }] of inOrder.entries()) {
    await ctx.db
      .update(inquiryItems)
      .set({ offered: false, position: i + 1 })
      .where(eq(inquiryItems.id, id));
  }
}
