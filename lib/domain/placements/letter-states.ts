import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { type mails, placements, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { MailTemplate } from "../mail/templates";
import { mayShareContact } from "../consents/may-share-contact";
import type { PlacementStatus } from "./status";

/** In which states of its placement a letter about it says what is so. */
const letterStates: Partial<Record<MailTemplate, readonly PlacementStatus[]>> = {
  acceptance_confirm: ["accepted"],
  acceptance_reminder: ["accepted"],
  acceptance_lapsed: ["failed"],
  acceptance_taken_back: ["failed"],
  back_in_queue: ["failed"],
  practice_contact: ["confirmed", "first_talk", "trial_sessions"],
  patient_confirmed: ["confirmed"],
  first_talk_patient: ["confirmed"],
  first_talk_practice: ["confirmed"],
  progress_patient: ["first_talk", "trial_sessions"],
  progress_practice: ["first_talk", "trial_sessions"],
  placed: ["started"],
  place_free_again: ["failed"],
  contact_withdrawn: ["failed"],
  identity_withdrawn: ["confirmed", "first_talk", "trial_sessions"],
};

/** Answered, or put off, the question is no longer asked. */
const questions: readonly string[] = [
  "first_talk_patient",
  "first_talk_practice",
  "progress_patient",
  "progress_practice",
] satisfies MailTemplate[];

/** Whether what a letter says of its placement is not, or no longer, so. False for a letter that is about none. */
export async function isLetterMoot(
  ctx: Context,
  { placementId, template }: Pick<typeof mails.$inferSelect, "placementId" | "template">,
): Promise<boolean> {
  const states = letterStates[template as MailTemplate];
  if (!placementId || !states) return false;
  const stillSo = and(
    eq(placements.id, placementId),
    inArray(placements.status, [...states]),
    questions.includes(template) ? isNotNull(placements.askedAt) : undefined,
  );
  if ((await ctx.db.$count(placements, stillSo)) === 0) return true;
  return template === "identity_withdrawn" && (await isNamedAgain(ctx, placementId));
}

/** The patient agreed again before the letter left: there is nothing to delete. */
async function isNamedAgain(ctx: Context, placementId: string): Promise<boolean> {
  const [search] = await ctx.db
    .select({ patientId: searches.patientId })
    .from(placements)
    .innerJoin(searches, eq(searches.id, placements.searchId))
    .where(eq(placements.id, placementId));
  return search !== undefined && mayShareContact(ctx, search.patientId);
}
