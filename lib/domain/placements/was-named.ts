import { and, eq, gt, isNull, or } from "drizzle-orm";
import { consents, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { PlacementRow } from "./access";

/** Whether the practice could see name and contact at any time since the patient's yes. */
export async function wasNamed(ctx: Context, { searchId, confirmedAt }: PlacementRow): Promise<boolean> {
  if (!confirmedAt) return false;
  const agreed = await ctx.db
    .select({ id: consents.id })
    .from(consents)
    .innerJoin(searches, and(eq(searches.patientId, consents.patientId), eq(searches.id, searchId)))
    .where(
      and(
        eq(consents.kind, "identity"),
        or(isNull(consents.withdrawnAt), gt(consents.withdrawnAt, confirmedAt)),
      ),
    )
    .limit(1);
  return agreed.length > 0;
}
