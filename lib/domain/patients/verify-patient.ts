import { type SQL, and, eq, inArray, lt, ne, sql } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { findTokenSubject } from "@/lib/core/tokens";
import { consentsInForce, hasRequiredConsents } from "../consents/consents-in-force";
import { askAboutPlacement } from "../placements/placement-tasks";
import { openSearch } from "../searches/open-search";
import type { SearchStatus } from "../searches/status";
import { lockPatient } from "./lock-patient";
import { absorbRegistration, mergeRegistration } from "./merge-registration";
import type { PatientRow } from "./patient-rows";
import { isSamePerson } from "./same-person";

/**
 * Confirms the address of a registration by the secret of its mailed link and starts the search. Doing it again
 * changes nothing. When the same person (see `isSamePerson`) already has a running search, no second one starts: what
 * was typed now goes into the existing record, whose search and waiting date stay, and the new record is deleted;
 * the returned patient is the existing one. The same holds for who has found a place: staff ask how it stands. Forms that the same person sent earlier and did not confirm count no more: the
 * later one holds, in whatever order the links are used. `not-found` for an unknown or expired link, `conflict` when the search was
 * ended or a consent withdrawn meanwhile.
 */
export async function verifyPatient(ctx: Context, secret: string): Promise<{ patientId: string }> {
  return inTransaction(ctx, async (tx) => {
    const emailIndex = await emailIndexOf(tx, secret);
    if (!emailIndex) throw notFound("link_unknown");
    // Two registrations of one address that are confirmed at the same moment come one after the other.
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`verify:${emailIndex}`}))`);
    const patient = await lockAnew(tx, secret);
    if (patient.emailVerifiedAt) return { patientId: patient.id };
    if (!hasRequiredConsents(await consentsInForce(tx, patient.id))) throw conflict("consent_missing");
    const running = await findRecord(tx, patient, ["active", "paused"]);
    const placed = running ? null : await findRecord(tx, patient, ["placed"]);
    const into = running ?? placed ?? patient.id;
    if (into === patient.id) await startSearch(tx, patient.id);
    else await mergeRegistration(tx, { from: patient.id, into });
    if (placed) await askAboutPlacement(tx, placed);
    for (const from of await listEarlierForms(tx, patient)) await absorbRegistration(tx, { from, into });
    return { patientId: into };
  });
}

async function startSearch(ctx: Context, patientId: string): Promise<void> {
  const searchId = await openSearch(ctx, patientId);
  if (!searchId) throw conflict("search_cancelled");
  await ctx.db.update(patients).set({ emailVerifiedAt: ctx.now }).where(eq(patients.id, patientId));
  await audit(ctx, "patient.verify", { kind: "patient", id: patientId });
  await emit(ctx, "patient/verified", { patientId, searchId });
  await emit(ctx, "address/changed", { subject: "patient", subjectId: patientId });
}

async function emailIndexOf(ctx: Context, secret: string): Promise<string | null> {
  // Between the two reads another confirmation may have merged the record: the link leads elsewhere then.
  for (let reads = 0; reads < 2; reads++) {
    const patientId = await findTokenSubject(ctx, "confirm_email", secret);
    if (!patientId) return null;
    const [patient] = await ctx.db
      .select({ emailIndex: patients.emailIndex })
      .from(patients)
      .where(eq(patients.id, patientId));
    if (patient) return patient.emailIndex;
  }
  return null;
}

/** The patient of the link as it is now: another confirmation may have merged the record it led to. */
async function lockAnew(ctx: Context, secret: string): Promise<PatientRow> {
  const patientId = await findTokenSubject(ctx, "confirm_email", secret);
  if (!patientId) throw notFound("link_unknown");
  return lockPatient(ctx, patientId);
}

/** Another record of the same person whose search is in one of these states; the oldest, if there are several. */
async function findRecord(
  ctx: Context,
  patient: PatientRow,
  statuses: SearchStatus[],
): Promise<string | null> {
  const [oldest] = await listOwnRecords(ctx, patient, inArray(searches.status, statuses));
  return oldest ?? null;
}

/** What the same person sent before this form and never confirmed; records that staff entered are none of them. */
async function listEarlierForms(ctx: Context, patient: PatientRow): Promise<string[]> {
  const isEarlier = and(eq(searches.status, "unverified"), lt(patients.id, patient.id));
  const forms: string[] = [];
  for (const id of await listOwnRecords(ctx, patient, isEarlier)) {
    // Only a form brings its consents before its search runs.
    if (hasRequiredConsents(await consentsInForce(ctx, id))) forms.push(id);
  }
  return forms;
}

async function listOwnRecords(ctx: Context, patient: PatientRow, where: SQL | undefined): Promise<string[]> {
  const { id, firstName, lastName, birthDate } = patients;
  const others = await ctx.db
    .select({ id, firstName, lastName, birthDate })
    .from(patients)
    .innerJoin(searches, eq(searches.patientId, patients.id))
    .where(and(eq(patients.emailIndex, patient.emailIndex!), ne(patients.id, patient.id), where))
    .orderBy(patients.id);
  return others.filter((other) => isSamePerson(other, patient)).map((other) => other.id);
}
