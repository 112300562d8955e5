import { and, asc, eq, ne } from "drizzle-orm";
import {
  inquiries,
  inquiryItems,
  locations,
  placements,
  practiceForms,
  practices,
  therapists,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { Address } from "../shared-schemas";
import type { WeeklyHours } from "../vocabulary";
import { type Stages, stagesOf } from "./stages";
import { isTakeBackDay, isTalkAhead } from "./stage-times";
import { type FailReason, type PlacementStatus, namedPlacementStatuses } from "./status";

/** A place that a practice offered, as its patient has to know it. */
export type OwnPlacement = Stages & {
  status: Exclude<PlacementStatus, "failed">;
  /** Whether the day agreed for the first talk is still to come. */
  talkIsAhead: boolean;
  /** Whether the last report is of today and can still be taken back. */
  canTakeBack: boolean;
  practiceName: string;
  title: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  phoneHours: WeeklyHours;
  email: string | null;
  website: string;
  address: Address | null;
  /** By this sign the practice finds what it said yes to. */
  reference: string;
  /** As the practice's page counts the people it was asked about. */
  position: number;
  /** The practice's own forms, once the patient confirmed. */
  forms: { id: string; name: string; sizeBytes: number }[];
};

/** The acceptance that holds for this search, with the practice, or null. The caller has made sure whose search it is. */
export async function findOwnPlacement(ctx: Context, searchId: string): Promise<OwnPlacement | null> {
  const [found] = await ctx.db
    .select({
      placement: placements,
      therapist: therapists,
      practice: practices,
      inquiry: inquiries,
      position: inquiryItems.position,
      site: locations,
    })
    .from(placements)
    .innerJoin(inquiryItems, eq(inquiryItems.id, placements.itemId))
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .leftJoin(locations, eq(locations.id, inquiryItems.locationId))
    .where(and(eq(placements.searchId, searchId), ne(placements.status, "failed")));
  if (!found) return null;
  const { placement, therapist, practice, inquiry, position, site } = found;
  const { title, firstName, lastName, phone, phoneHours, website } = therapist;
  const status = placement.status as OwnPlacement["status"];
  const isNamed = namedPlacementStatuses.some((named) => named === status);
  return {
    ...stagesOf(placement),
    status,
    talkIsAhead: isTalkAhead(placement, ctx.now),
    canTakeBack: isTakeBackDay(placement, ctx.now),
    title,
    firstName,
    lastName,
    phoneHours,
    website,
    practiceName: practice.name,
    phone: phone ?? practice.phone,
    email: practice.email,
    address: site && addressOf(site),
    reference: inquiry.reference,
    position,
    forms: isNamed ? await formsOf(ctx, inquiry.practiceId) : [],
  };
}

function addressOf({ street, houseNumber, postalCode, city }: typeof locations.$inferSelect): Address {
  return { street, houseNumber, postalCode, city };
}

function formsOf(ctx: Context, practiceId: string) {
  return ctx.db
    .select({ id: practiceForms.id, name: practiceForms.name, sizeBytes: practiceForms.sizeBytes })
    .from(practiceForms)
    .where(eq(practiceForms.practiceId, practiceId))
    .orderBy(asc(practiceForms.createdAt), asc(practiceForms.id));
}

/** When acceptances came to nothing, and why, oldest first; without saying whose they were. */
export async function listFailedPlacements(
  ctx: Context,
  searchId: string,
): Promise<{ acceptedAt: Date; endedAt: Date; reason: FailReason }[]> {
  const rows = await ctx.db
    .select()
    .from(placements)
    .where(and(eq(placements.searchId, searchId), eq(placements.status, "failed")))
    .orderBy(asc(placements.acceptedAt));
  return rows.map(({ acceptedAt, endedAt, endReason }) => ({
    acceptedAt,
    endedAt: endedAt ?? acceptedAt,
    reason: endReason ?? "search_ended",
  }));
}
