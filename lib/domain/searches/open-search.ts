import { and, eq, inArray } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";

/**
 * Starts the search of a patient that waits to be confirmed, in the caller's transaction, and returns its id; null
 * when none waits. The caller has made sure of the address and the consents.
 */
export async function openSearch(ctx: Context, patientId: string): Promise<string | null> {
  const [search] = await ctx.db
    .update(searches)
    .set({ status: "active" })
    .where(and(eq(searches.patientId, patientId), inArray(searches.status, ["unverified"])))
    .returning({ id: searches.id });
  if (!search) return null;
  await ctx.db
    .update(patients)
    .set({ status: "searching", updatedAt: ctx.now })
    .where(eq(patients.id, patientId));
  await audit(ctx, "search.open", { kind: "search", id: search.id });
  await emit(ctx, "search/opened", { searchId: search.id });
  return search.id;
}
