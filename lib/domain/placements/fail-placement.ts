import { and, eq, inArray } from "drizzle-orm";
import { placements, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict, forbidden } from "@/lib/core/errors";
import { type PlacementRow, lockPlacement } from "./access";
import { type Ending, endPlacement, returnSearch } from "./end-placement";
import { endTherapy } from "./take-back-stage";
import { tellPatient, tellPractice } from "./tell-about-placement";
import { wasNamed } from "./was-named";
import { type FailReason, failReasonsOf, openPlacementStatuses } from "./status";

/** Taking a yes back is a verb of its own. */
type GivenReason = Exclude<FailReason, "taken_back">;

const patientsWish: Ending = { outcome: "withdrawn", exclusion: "patient_wish" };

/** What each reason makes of the practice's answer, and why the pair is not proposed again. */
const endings: Record<GivenReason, Ending> = {
  declined: patientsWish,
  // Silence is no wish.
  lapsed: { ...patientsWish, isForNow: true },
  no_show: { outcome: "no_show", exclusion: "no_show" },
  unsuitable: { outcome: "rejected_unsuitable", exclusion: "unsuitable" },
  no_capacity: { outcome: "rejected_capacity", exclusion: "capacity" },
  search_ended: { outcome: "withdrawn", exclusion: null },
  consent_withdrawn: { outcome: "withdrawn", exclusion: null },
};

/** A patient's "it does not suit" is the patient's word, and never shown as an answer of the practice. */
const endingOf = (ctx: Context, reason: GivenReason): Ending =>
  ctx.actor.kind === "patient" && reason === "unsuitable" ? patientsWish : endings[reason];

/** Only the patient can have said so, also when staff wrote it down. */
const ownWords: readonly FailReason[] = ["declined", "search_ended", "consent_withdrawn"];

/**
 * Nothing comes of an acceptance: the patient is back in the queue with the old waiting date, this practice is not
 * asked for them again, and is told that its place is free. `forbidden` for a reason that is not the actor's to give,
 * `conflict` when it ended before. For the patient's link, staff, and once the patient confirmed the practice's link;
 * once therapy started, for staff only, and the patient no longer counts as placed.
 */
export async function failPlacement(
  ctx: Context,
  { placementId, reason }: { placementId: string; reason: GivenReason },
): Promise<void> {
  if (!mayGive(ctx, reason)) throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const { status } = await lockPlacement(tx, placementId);
    if (status === "started" && ctx.actor.kind !== "staff") throw conflict("placement_started");
    // Before the patient's yes the practice takes back its own.
    if (status === "accepted" && ctx.actor.kind === "therapist") throw conflict("placement_accepted");
    const placement = await fail(tx, placementId, reason);
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
  for (const { id } of open) await fail(ctx, id, "search_ended");
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
    await fail(ctx, id, "consent_withdrawn");
    await returnSearch(ctx, searchId);
  }
}

function mayGive(ctx: Context, reason: GivenReason): boolean {
  const { kind } = ctx.actor;
  if (kind === "system") return true;
  if (kind === "public" || kind === "colleague") return false;
  return failReasonsOf[kind === "api" ? "staff" : kind].some((known) => known === reason);
}

async function fail(ctx: Context, placementId: string, reason: GivenReason): Promise<PlacementRow> {
  const placement = await endPlacement(ctx, placementId, { reason, ...endingOf(ctx, reason) });
  await tellOthers(ctx, placement, reason);
  return placement;
}

/** Whoever did not say so themselves is told: the practice that its place is free, the patient that we go on. */
async function tellOthers(ctx: Context, placement: PlacementRow, reason: GivenReason): Promise<void> {
  // Who knew name and contact is asked to delete them.
  const mustDelete = reason === "consent_withdrawn" && (await wasNamed(ctx, placement));
  const template = mustDelete ? "contact_withdrawn" : "place_free_again";
  if (ctx.actor.kind !== "therapist") await tellPractice(ctx, placement, { template });
  if (reason === "lapsed") await tellPatient(ctx, placement, { template: "acceptance_lapsed" });
  const isOwnWord = ctx.actor.kind === "patient" || ownWords.includes(reason);
  if (!isOwnWord && reason !== "lapsed") await tellPatient(ctx, placement, { template: "back_in_queue" });
}
