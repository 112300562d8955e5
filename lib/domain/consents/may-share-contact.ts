import { and, eq, isNull } from "drizzle-orm";
import { consents, patients } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { coversContact } from "./status";

/** Whether a practice whose place this patient takes may learn name and contact; without it the patient calls there. */
export async function mayShareContact(ctx: Context, patientId: string): Promise<boolean> {
  const [agreed] = await ctx.db
    .select({ version: consents.version, phone: patients.phone })
    .from(consents)
    .innerJoin(patients, eq(patients.id, consents.patientId))
    .where(
      and(eq(consents.patientId, patientId), eq(consents.kind, "identity"), isNull(consents.withdrawnAt)),
    );
  return agreed !== undefined && coversContact(agreed.version, agreed.phone);
}
