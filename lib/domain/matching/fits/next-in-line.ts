import { eq } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { ProposedItem } from "../../inquiries/propose-inquiries";
import { loadExactMinutes } from "../ways/load-exact-minutes";
import { loadPairRecords } from "../load/load-pair-records";
import { patientIdsNear } from "../load/patients-near";
import { patientOrder } from "../kernel/turns";
import { takeSnapshot } from "../kernel/snapshot";
import { whoFitsTherapist } from "./who-fits";

export type NextInLine = { patientId: string; item: ProposedItem };

/**
 * Who surely fits this therapist here and now, first in line first: nobody about whom something would have to be looked
 * up, nobody who is in enough open inquiries, nobody about whom this therapist was ever asked. The mailbox's cooling
 * period does not count, since it is the practice itself that looks.
 */
export async function nextInLine(
  ctx: Context,
  therapistId: string,
  maxParallel: number,
): Promise<NextInLine[]> {
  const [near, asked] = await Promise.all([
    patientIdsNear(ctx, therapistId, 1),
    ctx.db
      .select({ patientId: searches.patientId })
      .from(inquiryItems)
      .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
      .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
      .where(eq(inquiries.therapistId, therapistId)),
  ]);
  const known = new Set(asked.map(({ patientId }) => patientId));
  const wanted = near.filter((id) => !known.has(id));
  const { patients, therapists, exclusions } = await loadPairRecords(ctx, therapistId, wanted);
  const free = patients.filter(({ openInquiries }) => openInquiries < maxParallel);
  const rested = therapists.map((therapist) => ({ ...therapist, coolingUntil: null }));
  const snapshot = takeSnapshot({ patients: free, therapists: rested, exclusions }, ctx.now);
  const exactMinutes = await loadExactMinutes(ctx, snapshot);
  const { fit } = whoFitsTherapist(snapshot, 0, { exactMinutes });
  const pairOf = new Map(fit.map((pair) => [pair.patientId, pair]));
  const fitting = free.filter(({ id }) => pairOf.has(id));
  return patientOrder(fitting).map((index) => {
    const { id, searchId } = fitting[index]!;
    const { location, km, minutes } = pairOf.get(id)!;
    const item = {
      searchId,
      locationId: location === null ? null : (rested[0]!.locations[location]?.id ?? null),
      distanceKm: km,
      travelMinutes: minutes,
      travelEstimated:
        location === null || exactMinutes?.(snapshot.patients.indexById.get(id)!, 0, location) === undefined,
      checks: [],
    };
    return { patientId: id, item };
  });
}
