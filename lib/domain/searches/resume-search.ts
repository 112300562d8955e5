import { type SQL, and, asc, eq, lte } from "drizzle-orm";
import { searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict, forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { consentsInForce, hasRequiredConsents } from "../consents/consents-in-force";
import { moveSearch } from "./move-search";

/**
 * Ends a pause; the search goes on with its old waiting date. `conflict` when it is not paused or when a consent that
 * it needs is not in force. For staff and the patient's link.
 */
export async function resumeSearch(ctx: Context, searchId: string): Promise<void> {
  await inTransaction(ctx, (tx) => resume(tx, searchId));
}

/**
 * Ends every pause whose time is over, oldest first, each in a transaction of its own, and returns how many. A search
 * without its consents stays paused. For the system only.
 */
export async function resumeDueSearches(ctx: Context, limit = 500): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const isDue = lte(searches.pausedUntil, ctx.now);
  const due = await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(and(eq(searches.status, "paused"), isDue))
    .orderBy(asc(searches.pausedUntil))
    .limit(limit);
  let resumed = 0;
  for (const { id } of due) {
    try {
      await inTransaction(ctx, (tx) => resume(tx, id, isDue));
      resumed += 1;
    } catch (error) {
      // Resumed, prolonged or deleted meanwhile, or a consent is missing: not due any more.
      if (!(error instanceof AppError)) throw error;
    }
  }
  return resumed;
}

/** Lets a search go on that waited only for a consent; in the caller's transaction. */
export async function resumeAfterConsent(ctx: Context, patientId: string): Promise<void> {
  const [search] = await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(
      and(
        eq(searches.patientId, patientId),
        eq(searches.status, "paused"),
        eq(searches.pausedForConsent, true),
      ),
    );
  if (search) await resume(ctx, search.id);
}

async function resume(ctx: Context, searchId: string, where?: SQL): Promise<void> {
  const search = await moveSearch(ctx, searchId, {
    to: "active",
    from: ["paused"],
    set: { pausedUntil: null, pauseReason: null, pausedForConsent: false },
    where,
  });
  // Looked at after the search is locked, so that a withdrawal at the same moment is seen.
  const inForce = await consentsInForce(ctx, search.patientId);
  if (!hasRequiredConsents(inForce)) throw conflict("consent_missing");
  await audit(ctx, "search.resume", { kind: "search", id: searchId });
  await emit(ctx, "search/resumed", { searchId });
}
