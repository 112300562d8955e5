import { asc, eq, inArray } from "drizzle-orm";
import { inquiries, inquiryItems, patients, practices, searches, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { findTokenSubject } from "@/lib/core/tokens";
import { env } from "@/lib/env";
import { ageOn } from "../patients/age-on";
import { type Profile, type Trait, profileOf } from "./profile";
import { type ItemOutcome, answerOutcomes } from "./status";

export type AnswerPageItem = {
  itemId: string;
  position: number;
  state: "open" | "accepted" | "answered" | "placed_elsewhere" | "no_longer_searching";
  outcome: ItemOutcome;
  profile: Profile;
};
export type AnswerPage = {
  state: "open" | "answered" | "expired";
  inquiryId: string;
  reference: string;
  therapistName: string;
  practiceEmail: string | null;
  senderName: string;
  dueOn: Date | null;
  items: AnswerPageItem[];
};

/**
 * What a therapist sees behind the mailed link. Null when the link is unknown, expired or revoked: all look alike.
 * Reads only; opening the page any number of times changes nothing.
 */
export async function getAnswerPage(ctx: Context, secret: string): Promise<AnswerPage | null> {
  const inquiryId = await findTokenSubject(ctx, "respond", secret);
  if (!inquiryId) return null;
  const [found] = await ctx.db
    .select({ inquiry: inquiries, therapist: therapists, practice: practices })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(eq(inquiries.id, inquiryId));
  if (!found || !isShown(found.inquiry.status)) return null;
  const { inquiry, therapist, practice } = found;
  return {
    state: inquiry.status === "sent" ? "open" : inquiry.status === "expired" ? "expired" : "answered",
    inquiryId,
    reference: inquiry.reference,
    therapistName: [therapist.title, therapist.firstName, therapist.lastName].filter(Boolean).join(" "),
    practiceEmail: practice.email,
    senderName: env().OPERATOR_NAME ?? "Lotse",
    dueOn: inquiry.dueAt,
    items: await loadItems(ctx, inquiryId),
  };
}

/** A cancelled inquiry is still shown when it was sent: the page then says that nobody waits for an answer. */
const isShown = (status: string) => ["sent", "answered", "expired", "cancelled"].includes(status);

async function loadItems(ctx: Context, inquiryId: string): Promise<AnswerPageItem[]> {
  const [rows, traits] = await Promise.all([
    ctx.db
      .select({ item: inquiryItems, search: searches, patient: patients })
      .from(inquiryItems)
      .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
      .innerJoin(patients, eq(patients.id, searches.patientId))
      .where(eq(inquiryItems.inquiryId, inquiryId))
      .orderBy(asc(inquiryItems.position)),
    loadTraits(ctx),
  ]);
  return rows.map(({ item, search, patient }) => ({
    itemId: item.id,
    position: item.position,
    state: stateOf(item.outcome),
    outcome: item.outcome,
    profile: profileOf(
      { ...patient, age: ageOn(patient.birthDate, ctx.now), waitingSince: search.since },
      traits,
    ),
  }));
}

async function loadTraits(ctx: Context): Promise<Trait[]> {
  const rows = await ctx.db
    .select({
      gender: patients.gender,
      birthDate: patients.birthDate,
      postalCode: patients.postalCode,
      city: patients.city,
    })
    .from(patients)
    .innerJoin(searches, eq(searches.patientId, patients.id))
    .where(inArray(searches.status, ["active", "placed"]));
  return rows.map(({ birthDate, ...row }) => ({ ...row, age: ageOn(birthDate, ctx.now) }));
}

function stateOf(outcome: ItemOutcome): AnswerPageItem["state"] {
  if (outcome === "pending") return "open";
  if (outcome === "accepted") return "accepted";
  if (outcome === "placed_elsewhere") return "placed_elsewhere";
  return answerOutcomes.some((answer) => answer === outcome) ? "answered" : "no_longer_searching";
}
