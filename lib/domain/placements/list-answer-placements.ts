import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { consents, inquiryItems, patients, placements, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { coversContact } from "../consents/status";
import { isTalkAhead } from "./stage-times";
import { type PlacementStatus, namedPlacementStatuses } from "./status";

/** What the practice may know of somebody it accepted. */
export type AnswerPlacement = {
  id: string;
  itemId: string;
  position: number;
  status: PlacementStatus;
  firstTalkOn: string | null;
  /** Whether the day agreed for the first talk is still to come. */
  talkIsAhead: boolean;
  /** Only after the patient's yes, and while the consent to it is in force. */
  contact: { name: string; phone: string | null; email: string | null; guardian: string | null } | null;
};

/**
 * How far everybody came whom this practice accepted in this inquiry; for its own link only, and changes nothing.
 */
export async function listAnswerPlacements(ctx: Context): Promise<AnswerPlacement[]> {
  if (ctx.actor.kind !== "therapist") throw notFound();
  const rows = await ctx.db
    .select({
      placement: placements,
      position: inquiryItems.position,
      patient: patients,
      agreedTo: consents.version,
    })
    .from(placements)
    .innerJoin(inquiryItems, eq(inquiryItems.id, placements.itemId))
    .innerJoin(searches, eq(searches.id, placements.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .leftJoin(
      consents,
      and(eq(consents.patientId, patients.id), eq(consents.kind, "identity"), isNull(consents.withdrawnAt)),
    )
    .where(
      and(
        eq(inquiryItems.inquiryId, ctx.actor.inquiryId),
        // A yes that was taken back is an answer like any other, and stands with those.
        sql`${placements.endReason} is distinct from 'taken_back'`,
      ),
    )
    .orderBy(asc(inquiryItems.position));
  return rows.map(({ placement, position, patient, agreedTo }) => {
    const { id, itemId, status, firstTalkOn } = placement;
    const isCovered = agreedTo !== null && coversContact(agreedTo, patient.phone);
    const isNamed = isCovered && namedPlacementStatuses.some((named) => named === status);
    const contact = isNamed ? contactOf(patient) : null;
    const talkIsAhead = isTalkAhead(placement, ctx.now);
    return { id, itemId, position, status, firstTalkOn, talkIsAhead, contact };
  });
}

/** Exactly what the consent names: the telephone number, and the e-mail address only where there is no number. */
function contactOf({ firstName, lastName, phone, email, guardian }: typeof patients.$inferSelect) {
  const number = guardian?.phone ?? phone;
  return {
    name: `${firstName} ${lastName}`,
    phone: number,
    email: number === null ? (guardian?.email ?? email) : null,
    guardian: guardian?.name ?? null,
  };
}
