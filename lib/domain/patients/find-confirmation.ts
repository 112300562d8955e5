import { and, eq } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { findTokenSubject } from "@/lib/core/tokens";

/**
 * What the mailed link of a registration leads to, without changing anything: an address that waits to be confirmed
 * or one that is, `placed` where a place was found already. Null for an unknown or expired link, which look alike.
 */
export async function findConfirmation(
  ctx: Context,
  secret: string,
): Promise<"open" | "confirmed" | "placed" | null> {
  const patientId = await findTokenSubject(ctx, "confirm_email", secret);
  if (!patientId) return null;
  const [patient] = await ctx.db
    .select({ emailVerifiedAt: patients.emailVerifiedAt })
    .from(patients)
    .where(eq(patients.id, patientId));
  if (!patient) return null;
  if (!patient.emailVerifiedAt) return "open";
  const isPlaced = and(eq(searches.patientId, patientId), eq(searches.status, "placed"));
  return (await ctx.db.$count(searches, isPlaced)) > 0 ? "placed" : "confirmed";
}
