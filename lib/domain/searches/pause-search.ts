import { and, eq } from "drizzle-orm";
import { searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { withdrawSearchFromInquiries } from "../inquiries/withdraw-search";
import { line } from "../shared-schemas";
import { moveSearch } from "./move-search";

const reasonText = line(200);
const longestPauseMs = 366 * 24 * 60 * 60 * 1000;

/**
 * Pauses a running search until an instant, or until somebody resumes it; the waiting date stays. The patient
 * disappears from every open inquiry. `invalid` for an instant that is over or more than a year ahead. For staff and the patient's link.
 */
export async function pauseSearch(
  ctx: Context,
  searchId: string,
  { until, reason }: { until: Date | null; reason: string },
): Promise<void> {
  if (until && !(until > ctx.now))
    throw new AppError("invalid", "invalid", { fields: { until: "date_in_past" } });
  if (until && until.getTime() > ctx.now.getTime() + longestPauseMs)
    throw new AppError("invalid", "invalid", { fields: { until: "talk_too_far" } });
  const pauseReason = reasonText.parse(reason);
  await inTransaction(ctx, async (tx) => {
    await moveSearch(tx, searchId, {
      to: "paused",
      set: { pausedUntil: until, pauseReason: pauseReason || null, pausedForConsent: false },
    });
    await afterPause(tx, searchId);
  });
}

/**
 * Stops the running search of a patient who withdrew a consent that it needs, in the caller's transaction. One that is
 * paused already stays so; it cannot resume without the consent.
 */
export async function pauseForConsent(ctx: Context, patientId: string): Promise<void> {
  const [search] = await ctx.db
    .update(searches)
    .set({ status: "paused", pausedUntil: null, pauseReason: null, pausedForConsent: true })
    .where(and(eq(searches.patientId, patientId), eq(searches.status, "active")))
    .returning({ id: searches.id });
  if (search) await afterPause(ctx, search.id);
}

async function afterPause(ctx: Context, searchId: string): Promise<void> {
  await withdrawSearchFromInquiries(ctx, searchId, "withdrawn");
  await audit(ctx, "search.pause", { kind: "search", id: searchId });
  await emit(ctx, "search/paused", { searchId });
}
