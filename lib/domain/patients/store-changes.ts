import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { patients } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { placeColumns } from "../geo/place-columns";
import { raiseProposalVersions } from "../inquiries/raise-proposal-versions";
import { checkDays } from "./check-days";
import { checkInsuranceNumber } from "./check-insurance-number";
import { type PatientRow, patientColumns, patientInputOf } from "./patient-rows";
import type { PatientInput } from "./schemas";
import { urgencyOf } from "./urgency";

/**
 * Writes changes to a patient whose row the caller holds, with the events for them, and returns the names of the fields
 * that really changed. A new address gives up the coordinates of the old one and stands at its postcode until it is found; `coordinates: null`
 * says nothing. Another
 * urgency changes the proposals with the patient, so that nobody approves them as they were before.
 */
export async function storeChanges(
  ctx: Context,
  row: PatientRow,
  changes: Partial<PatientInput>,
): Promise<string[]> {
  const before = patientInputOf(row);
  const given = Object.entries(changes).filter(
    ([name, value]) => value !== undefined && !(name === "coordinates" && value === null),
  );
  const after: PatientInput = { ...before, ...Object.fromEntries(given) };
  checkDays(Object.fromEntries(given), ctx.now);
  const names = Object.keys(before) as (keyof PatientInput)[];
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  if (changed.length === 0) return [];
  if (changed.includes("insuranceNumber") || changed.includes("payer")) checkInsuranceNumber(after);
  const moved = changed.includes("address");
  const placed = changed.includes("coordinates");
  await ctx.db
    .update(patients)
    .set({
      ...patientColumns(after),
      ...(placed || moved ? placeColumns(placed ? after.coordinates : null, after.address.postalCode) : {}),
      ...(changed.includes("email") ? { emailVerifiedAt: null, emailBouncedAt: null } : {}),
      updatedAt: ctx.now,
    })
    .where(eq(patients.id, row.id));
  if (urgencyOf(before) !== urgencyOf(after)) await raiseProposalVersions(ctx, row.id);
  await emit(ctx, "patient/updated", { patientId: row.id });
  if (moved || placed) await emit(ctx, "address/changed", { subject: "patient", subjectId: row.id });
  return changed;
}
