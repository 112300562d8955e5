import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { placements, searches, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { revokeTokens } from "@/lib/core/tokens";
import { consentsInForce, hasRequiredConsents } from "../consents/consents-in-force";
import { queueMail } from "../mail/queue-mail";
import { lastDayToConfirm } from "../placements/next-step";
import { holdOfferAnew, offerReach } from "../placements/offer-reach";
import { tellPatient } from "../placements/tell-about-placement";
import { getSettings } from "../settings/settings";
import { requireUnchanged } from "../require-unchanged";
import { lockPatient } from "./lock-patient";
import type { PatientRow } from "./patient-rows";
import { type PatientChanges, patientChanges } from "./schemas";
import { storeChanges } from "./store-changes";

/**
 * Changes the given fields of a patient and no other, and returns the names of those that changed. Another e-mail
 * address closes the links that were mailed to the old one, and the task to call because of it; a registration that is
 * still to be confirmed, an offer that waits for its answer and a running search get a new link. `not-found` when there
 * is no such patient, `conflict` when the record is no longer as it was at `seen` (its `updatedAt`, where somebody
 * changed what they had looked at). For staff and tokens.
 */
export async function updatePatient(
  ctx: Context,
  id: string,
  changes: PatientChanges,
  { seen }: { seen?: string } = {},
): Promise<{ changed: string[] }> {
  requireAbility(ctx, "patients.write");
  const valid = patientChanges.parse(changes);
  return inTransaction(ctx, async (tx) => {
    const patient = await lockPatient(tx, id);
    requireUnchanged(patient, seen);
    const changed = await storeChanges(tx, patient, valid);
    if (changed.length > 0) await audit(tx, "patient.update", { kind: "patient", id }, { fields: changed });
    if (changed.includes("email")) await changeAddressee(tx, patient, valid.email ?? null);
    return { changed };
  });
}

async function changeAddressee(ctx: Context, patient: PatientRow, email: string | null): Promise<void> {
  await revokeTokens(ctx, "confirm_email", patient.id);
  await revokeTokens(ctx, "patient_page", patient.id);
  if (!email) return;
  await closeBounceTask(ctx, patient.id);
  const [search] = await ctx.db
    .select({ id: searches.id, status: searches.status })
    .from(searches)
    .where(
      and(
        eq(searches.patientId, patient.id),
        inArray(searches.status, ["unverified", "active", "paused", "placed"]),
      ),
    )
    .orderBy(desc(searches.createdAt), desc(searches.id))
    .limit(1);
  if (!search) return;
  if (search.status === "placed" && (await offerAgain(ctx, search.id))) return;
  // Only a registration has its consents before its search runs; what staff enter waits for a consent instead.
  const isUnverified = search.status === "unverified";
  if (isUnverified && !hasRequiredConsents(await consentsInForce(ctx, patient.id))) return;
  const template = isUnverified ? "confirm_email" : "new_address";
  const occasion = `patient:${patient.id}:${template}:${ctx.now.toISOString()}`;
  await queueMail(ctx, { template, occasion, locale: patient.locale, patientId: patient.id });
}

/** Who was offered a place and has not answered gets the offer at the new address; tells whether there was one. */
async function offerAgain(ctx: Context, searchId: string): Promise<boolean> {
  const [offer] = await ctx.db
    .select()
    .from(placements)
    .where(
      and(eq(placements.searchId, searchId), eq(placements.status, "accepted"), isNotNull(placements.toldAt)),
    );
  if (!offer) return false;
  if ((await offerReach(ctx, offer.id)) !== "heard") await holdOfferAnew(ctx, offer.id);
  const [held] = await ctx.db.select().from(placements).where(eq(placements.id, offer.id));
  const day = lastDayToConfirm(held ?? offer, await getSettings(ctx));
  const round = ctx.now.toISOString();
  await tellPatient(ctx, offer, { template: "acceptance_confirm", day, round });
  return true;
}

/** Nobody has to be called because mails do not arrive. */
async function closeBounceTask(ctx: Context, patientId: string): Promise<void> {
  await ctx.db
    .update(tasks)
    .set({ doneAt: ctx.now, doneBy: ctx.actor.kind === "staff" ? ctx.actor.id : null })
    .where(and(eq(tasks.kind, "mail_bounced"), eq(tasks.subjectId, patientId), isNull(tasks.doneAt)));
}
