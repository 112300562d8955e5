import { and, asc, eq, isNull } from "drizzle-orm";
import { consents } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type ConsentKind, requiredConsents } from "./status";

/** The consents of a patient that are in force now, oldest first. */
export async function consentsInForce(ctx: Context, patientId: string): Promise<ConsentKind[]> {
  const rows = await ctx.db
    .select({ kind: consents.kind })
    .from(consents)
    .where(and(eq(consents.patientId, patientId), isNull(consents.withdrawnAt)))
    .orderBy(asc(consents.grantedAt), asc(consents.kind));
  return rows.map((row) => row.kind);
}

/** Whether a search may run with these. */
export function hasRequiredConsents(kinds: readonly ConsentKind[]): boolean {
  return requiredConsents.every((kind) => kinds.includes(kind));
}
