import { and, eq, inArray } from "drizzle-orm";
import { exclusions, inquiries, inquiryItems, patients, placements, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict, forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { consentsInForce, hasRequiredConsents } from "../consents/consents-in-force";
import type { ItemOutcome } from "../inquiries/status";
import { pauseForConsent } from "../searches/pause-search";
import type { ExclusionReason } from "../therapists/status";
import { type PlacementRow, lockPlacement } from "./access";
import { movePlacement } from "./move-placement";
import { tellPatient, tellPractice } from "./tell-about-placement";
import { type FailReason, failReasonsOf, openPlacementStatuses } from "./status";

type Ending = { outcome: ItemOutcome; exclusion: ExclusionReason | null };

const patientsWish: Ending = { outcome: "withdrawn", exclusion: "patient_wish" };

/** What each reason makes of the practice's answer, and why the pair is not proposed again. */
const endings: Record<FailReason, Ending> = {
  declined: patientsWish,
  lapsed: patientsWish,
  no_show: { outcome: "no_show", exclusion: "no_show" },
  unsuitable: { outcome: "rejected_unsuitable", exclusion: "unsuitable" },
  no_capacity: { outcome: "rejected_capacity", exclusion: "capacity" },
  search_ended: { outcome: "withdrawn", exclusion: null },
  consent_withdrawn: { outcome: "withdrawn", exclusion: null },
};

/** A patient's "it does not suit" is the patient's word, and never shown as an answer of the practice. */
const endingOf = (ctx: Context, reason: FailReason): Ending =>
  ctx.actor.kind === "patient" && reason === "unsuitable" ? patientsWish : endings[reason];

/** Only the patient can have said so, also when staff wrote it down. */
const ownWords: readonly FailReason[] = ["declined", "search_ended", "consent_withdrawn"];

/** Nobody who could not be served is asked for again before this many days. */
const capacityMs = 28 * 24 * 60 * 60 * 1000;

/**
 * Nothing comes of an acceptance: the patient is back in the queue with the old waiting date, this practice is not
 * asked for them again, and is told that its place is free. `forbidden` for a reason that is not the actor's to give,
 * `conflict` when it ended before. For the patient's link, the practice's link and staff; once therapy started, for staff
 * only, and the patient no longer counts as placed.
 */
export async function failPlacement(
  ctx: Context,
  { placementId, reason }: { placementId: string; reason: FailReason },
): Promise<void> {
  if (!mayGive(ctx, reason)) throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const { status } = await lockPlacement(tx, placementId);
    if (status === "started" && ctx.actor.kind !== "staff") throw conflict("placement_started");
    const placement = await endPlacement(tx, placementId, reason);
    if (status === "started") await endTherapy(tx, placement.searchId);
    await returnSearch(tx, placement.searchId);
  });
}

/** Ends what is still open of a search that ends itself, in the caller's transaction. */
export async function endPlacementsOf(ctx: Context, searchId: string): Promise<void> {
  const open = await ctx.db
    .select({ id: placements.id })
    .from(placements)
    .where(and(eq(placements.searchId, searchId), inArray(placements.status, [...openPlacementStatuses])));
  for (const { id } of open) await endPlacement(ctx, id, "search_ended");
}

/**
 * Stops what is under way for a patient who withdrew a consent that it needs, in the caller's transaction: the search
 * comes back with its waiting date and stands still. A therapy that started is no longer ours to stop.
 */
export async function stopPlacementsOf(ctx: Context, patientId: string): Promise<void> {
  const open = await ctx.db
    .select({ id: placements.id, searchId: placements.searchId })
    .from(placements)
    .innerJoin(searches, eq(searches.id, placements.searchId))
    .where(and(eq(searches.patientId, patientId), inArray(placements.status, [...openPlacementStatuses])));
  for (const { id, searchId } of open) {
    await endPlacement(ctx, id, "consent_withdrawn");
    await returnSearch(ctx, searchId);
  }
}

function mayGive(ctx: Context, reason: FailReason): boolean {
  const { kind } = ctx.actor;
  if (kind === "system") return true;
  if (kind === "public" || kind === "colleague") return false;
  return failReasonsOf[kind === "api" ? "staff" : kind].some((known) => known === reason);
}

async function endPlacement(ctx: Context, placementId: string, reason: FailReason): Promise<PlacementRow> {
  const ended = { endedAt: ctx.now, endReason: reason };
  const placement = await movePlacement(ctx, placementId, "failed", ended);
  const { outcome, exclusion } = endingOf(ctx, reason);
  await ctx.db
    .update(inquiryItems)
    .set({ outcome, outcomeAt: ctx.now })
    .where(eq(inquiryItems.id, placement.itemId));
  if (exclusion) await excludePair(ctx, placement.itemId, exclusion);
  await audit(ctx, "placement.fail", { kind: "placement", id: placementId }, { reason });
  await emit(ctx, "placement/ended", { placementId });
  await tellOthers(ctx, placement, reason);
  return placement;
}

/** Whoever did not say so themselves is told: the practice that its place is free, the patient that we go on. */
async function tellOthers(ctx: Context, placement: PlacementRow, reason: FailReason): Promise<void> {
  // Who knew name and contact is asked to delete them.
  const mustDelete = reason === "consent_withdrawn" && placement.confirmedAt !== null;
  const template = mustDelete ? "contact_withdrawn" : "place_free_again";
  if (ctx.actor.kind !== "therapist") await tellPractice(ctx, placement, { template });
  if (reason === "lapsed") await tellPatient(ctx, placement, { template: "acceptance_lapsed" });
  const isOwnWord = ctx.actor.kind === "patient" || ownWords.includes(reason);
  if (!isOwnWord && reason !== "lapsed") await tellPatient(ctx, placement, { template: "back_in_queue" });
}

async function excludePair(ctx: Context, itemId: string, reason: ExclusionReason): Promise<void> {
  const [pair] = await ctx.db
    .select({ patientId: searches.patientId, therapistId: inquiries.therapistId })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiryItems.id, itemId));
  const until = reason === "capacity" ? new Date(ctx.now.getTime() + capacityMs) : null;
  await ctx.db
    .insert(exclusions)
    .values({ ...pair!, reason, until, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [exclusions.patientId, exclusions.therapistId, exclusions.reason],
      set: { until },
    });
}

async function endTherapy(ctx: Context, searchId: string): Promise<void> {
  const patientOf = ctx.db.select({ id: searches.patientId }).from(searches).where(eq(searches.id, searchId));
  await ctx.db
    .update(patients)
    .set({ status: "searching", workingPlaceOn: null, updatedAt: ctx.now })
    .where(and(inArray(patients.id, patientOf), eq(patients.status, "in_therapy")));
}

/** The search runs again as it did, unless a consent that it needs was withdrawn meanwhile. */
async function returnSearch(ctx: Context, searchId: string): Promise<void> {
  const [search] = await ctx.db
    .update(searches)
    .set({ status: "active", placedItemId: null, placedAt: null })
    .where(and(eq(searches.id, searchId), eq(searches.status, "placed")))
    .returning({ patientId: searches.patientId });
  if (!search) return;
  await audit(ctx, "search.return", { kind: "search", id: searchId });
  if (hasRequiredConsents(await consentsInForce(ctx, search.patientId)))
    return emit(ctx, "search/resumed", { searchId });
  await pauseForConsent(ctx, search.patientId);
}
