import { and, eq, inArray } from "drizzle-orm";
import { accessTokens, patients, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { consentsInForce } from "../consents/consents-in-force";
import { storeConsents } from "../consents/store-consents";
import { resumeAfterConsent } from "../searches/resume-search";
import { lockPatient } from "./lock-patient";
import { patientInputOf } from "./patient-rows";
import type { PatientInput } from "./schemas";
import { storeChanges } from "./store-changes";

/** Empty here means an answer ("any method", "German is enough"), not that nothing was said. */
const answersWhenEmpty: readonly (keyof PatientInput)[] = ["wantedMethods", "languages"];
/** Stays as staff or the first registration have it. */
const kept: readonly (keyof PatientInput)[] = ["email", "notes", "heardFrom"];

/**
 * Puts a confirmed second registration of the same person into the existing record, in the caller's transaction: every
 * field that was filled in now replaces the old one, consents are added, its links and tasks move over, and the second
 * record is deleted. The search, its state and its waiting date stay as they are.
 */
export async function mergeRegistration(
  ctx: Context,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const existing = await lockPatient(ctx, into);
  const registration = await lockPatient(ctx, from);
  const given = Object.entries(patientInputOf(registration)).filter(
    ([name, value]) =>
      !kept.includes(name as keyof PatientInput) &&
      (answersWhenEmpty.includes(name as keyof PatientInput) || !isEmpty(value)),
  );
  const changed = await storeChanges(ctx, existing, Object.fromEntries(given) as Partial<PatientInput>);
  await storeConsents(ctx, into, await consentsInForce(ctx, from));
  await resumeAfterConsent(ctx, into);
  await ctx.db
    .update(patients)
    .set({ emailVerifiedAt: existing.emailVerifiedAt ?? ctx.now })
    .where(eq(patients.id, into));
  await moveLinksAndTasks(ctx, from, into);
  await ctx.db.delete(patients).where(eq(patients.id, from));
  await audit(ctx, "patient.verify", { kind: "patient", id: into }, { merged: from, fields: changed });
  await audit(ctx, "patient.delete", { kind: "patient", id: from }, { mergedInto: into });
}

/** The same link confirms again without harm, and a crisis stays on the list. */
async function moveLinksAndTasks(ctx: Context, from: string, into: string): Promise<void> {
  await ctx.db
    .update(accessTokens)
    .set({ subjectId: into })
    .where(
      and(eq(accessTokens.subjectId, from), inArray(accessTokens.purpose, ["confirm_email", "patient_page"])),
    );
  await ctx.db
    .update(tasks)
    .set({ subjectId: into })
    .where(and(eq(tasks.subjectKind, "patient"), eq(tasks.subjectId, from)));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === "" || value === "not_stated") return true;
  return typeof value === "object" && Object.keys(value as object).length === 0;
}
