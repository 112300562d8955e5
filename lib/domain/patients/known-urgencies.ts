import { inArray, sql } from "drizzle-orm";
import { patients } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { Urgency } from "../vocabulary";
import { urgencyOf } from "./urgency";

/** Of a health record's ciphertext, which no two writes share: tells without opening it whether it is still the same. */
export const healthFingerprint = sql<string>`md5(${patients.health})`;

/** Urgency by fingerprint, in the memory of this process alone. Opening every record anew would make long lists slow. */
const known = new Map<string, Urgency>();
const mostKnown = 100_000;

/** The urgency of each of these patients as of their health record with this fingerprint. */
export async function urgenciesOf(
  ctx: Context,
  wanted: readonly { patientId: string; fingerprint: string }[],
): Promise<Map<string, Urgency>> {
  if (known.size > mostKnown) known.clear();
  const found = new Map<string, Urgency>();
  const missing = new Set<string>();
  for (const { patientId, fingerprint } of wanted) {
    const urgency = known.get(fingerprint);
    if (urgency) found.set(patientId, urgency);
    else missing.add(patientId);
  }
  const ids = [...missing];
  for (let start = 0; start < ids.length; start += 1000) {
    const rows = await ctx.db
      .select({ id: patients.id, health: patients.health, fingerprint: healthFingerprint })
      .from(patients)
      .where(inArray(patients.id, ids.slice(start, start + 1000)));
    for (const { id, health, fingerprint } of rows) {
      const urgency = urgencyOf(health);
      known.set(fingerprint, urgency);
      found.set(id, urgency);
    }
  }
  return found;
}
