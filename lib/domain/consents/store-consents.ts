import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { consents } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { type ConsentKind, consentTextVersion } from "./status";

/**
 * Stores that a patient agreed to today's texts, in the caller's transaction. A consent to an older text is closed and
 * given anew. Returns the kinds that were not in force in this version before.
 */
export async function storeConsents(
  ctx: Context,
  patientId: string,
  kinds: readonly ConsentKind[],
): Promise<ConsentKind[]> {
  const wanted = [...new Set(kinds)];
  if (wanted.length === 0) return [];
  const outdated = and(
    eq(consents.patientId, patientId),
    inArray(consents.kind, wanted),
    isNull(consents.withdrawnAt),
    ne(consents.version, consentTextVersion),
  );
  await ctx.db.update(consents).set({ withdrawnAt: ctx.now }).where(outdated);
  const given = wanted.map((kind) => ({ patientId, kind, version: consentTextVersion, grantedAt: ctx.now }));
  const stored = await ctx.db
    .insert(consents)
    .values(given)
    .onConflictDoNothing()
    .returning({ kind: consents.kind });
  const newKinds = stored.map((row) => row.kind);
  const details = { kinds: newKinds, version: consentTextVersion };
  if (newKinds.length > 0) await audit(ctx, "consent.grant", { kind: "patient", id: patientId }, details);
  return newKinds;
}
