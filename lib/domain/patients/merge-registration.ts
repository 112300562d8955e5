import { and, eq, inArray, isNull } from "drizzle-orm";
import { accessTokens, patients, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { consentsInForce } from "../consents/consents-in-force";
import { setConsents } from "../consents/set-consents";
import { lockPatient } from "./lock-patient";
import { mergeAnswers } from "./merge-answers";
import { patientInputOf } from "./patient-rows";
import type { PatientInput } from "./schemas";
import { storeChanges } from "./store-changes";

type Records = { from: string; into: string };

/**
 * Puts a confirmed second registration of the same person into the existing record, in the caller's transaction: what
 * was filled in now replaces the old (see `mergeAnswers`), exactly the consents of the later form are in force, its
 * links and tasks move over, and the second record is deleted. The search and its waiting date stay. What changed is a
 * task for staff, with the values from before.
 */
export async function mergeRegistration(ctx: Context, { from, into }: Records): Promise<void> {
  const existing = await lockPatient(ctx, into);
  const known = patientInputOf(existing);
  const typed = patientInputOf(await lockPatient(ctx, from));
  const changed = await storeChanges(ctx, existing, mergeAnswers(known, typed));
  await takeOverConsents(ctx, { from, into });
  await ctx.db
    .update(patients)
    .set({ emailVerifiedAt: existing.emailVerifiedAt ?? ctx.now })
    .where(eq(patients.id, into));
  await addLookTask(ctx, into, { known, changed });
  await absorbRegistration(ctx, { from, into });
  await audit(ctx, "patient.verify", { kind: "patient", id: into }, { merged: from, fields: changed });
}

/** Deletes a registration whose answers no longer count, in the caller's transaction; its links lead to `into`, and what staff have to do about it stays. */
export async function absorbRegistration(ctx: Context, { from, into }: Records): Promise<void> {
  await moveLinksAndTasks(ctx, { from, into });
  await ctx.db.delete(patients).where(eq(patients.id, from));
  await audit(ctx, "patient.delete", { kind: "patient", id: from }, { mergedInto: into });
}

/** The person themselves agreed and left out, on the later form. */
async function takeOverConsents(ctx: Context, { from, into }: Records): Promise<void> {
  const asPatient: Context = { ...ctx, actor: { kind: "patient", patientId: into } };
  await setConsents(asPatient, into, await consentsInForce(ctx, from));
}

/** A map's pin follows the address and needs nobody's eyes. */
const unseen = ["coordinates", "locale"];

async function addLookTask(
  ctx: Context,
  patientId: string,
  { known, changed }: { known: PatientInput; changed: string[] },
): Promise<void> {
  const fields = changed.filter((name) => !unseen.includes(name));
  if (fields.length === 0) return;
  const before = Object.fromEntries(fields.map((name) => [name, known[name as keyof PatientInput]]));
  await ctx.db.insert(tasks).values({
    kind: "registered_again",
    subjectKind: "patient",
    subjectId: patientId,
    dueAt: ctx.now,
    createdAt: ctx.now,
    details: { fields, before },
  });
}

/** The same link confirms again without harm, and a crisis stays on the list, once. */
async function moveLinksAndTasks(ctx: Context, { from, into }: Records): Promise<void> {
  await ctx.db
    .update(accessTokens)
    .set({ subjectId: into })
    .where(
      and(eq(accessTokens.subjectId, from), inArray(accessTokens.purpose, ["confirm_email", "patient_page"])),
    );
  const isOpenCrisisOf = (patientId: string) =>
    and(
      eq(tasks.kind, "crisis"),
      eq(tasks.subjectKind, "patient"),
      eq(tasks.subjectId, patientId),
      isNull(tasks.doneAt),
    );
  if ((await ctx.db.$count(tasks, isOpenCrisisOf(into))) > 0)
    await ctx.db.delete(tasks).where(isOpenCrisisOf(from));
  await ctx.db
    .update(tasks)
    .set({ subjectId: into })
    .where(and(eq(tasks.subjectKind, "patient"), eq(tasks.subjectId, from)));
}
