import { patients, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { hasRequiredConsents } from "../consents/consents-in-force";
import type { ConsentKind } from "../consents/status";
import { storeConsents } from "../consents/store-consents";
import { openSearch } from "../searches/open-search";
import { checkDays } from "./check-days";
import { checkInsuranceNumber } from "./check-insurance-number";
import { addCrisisTask } from "./crisis-task";
import { placeColumns } from "../geo/place-columns";
import { patientColumns } from "./patient-rows";
import { type PatientInput, patientInput } from "./schemas";

export type NewPatient = PatientInput & { consents?: ConsentKind[]; waitingSince?: Date; id?: string };

/**
 * Enters a patient with a search that is active from `waitingSince` (now, if not given) when the consents it needs are
 * among the given ones, and waits for them otherwise. `conflict` when the id is taken. For staff, tokens and imports,
 * which vouch for the address; people who register themselves come by `registerPatient`.
 */
export async function createPatient(
  ctx: Context,
  { consents = [], waitingSince, id, ...input }: NewPatient,
): Promise<{ id: string; searchId: string }> {
  requireAbility(ctx, "patients.write");
  if (waitingSince && waitingSince > ctx.now)
    throw new AppError("invalid", "invalid", { fields: { waitingSince: "date_in_future" } });
  return inTransaction(ctx, async (tx) => {
    const created = await insertPatient(tx, input, { id, since: waitingSince ?? tx.now });
    await storeConsents(tx, created.id, consents);
    await audit(tx, "patient.register", { kind: "patient", id: created.id }, { consents });
    await emit(tx, "patient/registered", { patientId: created.id });
    await emit(tx, "address/changed", { subject: "patient", subjectId: created.id });
    if (hasRequiredConsents(consents)) await openSearch(tx, created.id);
    if (tx.actor.kind === "api") await addCrisisTask(tx, created.id, input.symptoms);
    return created;
  });
}

/** Stores the patient and an unconfirmed search, in the caller's transaction. */
export async function insertPatient(
  ctx: Context,
  input: PatientInput,
  { id, since }: { id?: string; since: Date },
): Promise<{ id: string; searchId: string }> {
  const valid = patientInput.parse(input);
  checkDays(valid, ctx.now);
  checkInsuranceNumber(valid);
  const [patient] = await ctx.db
    .insert(patients)
    .values({
      ...(id ? { id } : {}),
      ...patientColumns(valid),
      ...placeColumns(valid.coordinates, valid.address.postalCode),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoNothing({ target: patients.id })
    .returning({ id: patients.id });
  if (!patient) throw conflict("id_taken");
  const [search] = await ctx.db
    .insert(searches)
    .values({ patientId: patient.id, status: "unverified", since, createdAt: ctx.now })
    .returning({ id: searches.id });
  return { id: patient.id, searchId: search!.id };
}
