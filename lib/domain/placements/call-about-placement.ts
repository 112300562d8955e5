import { and, eq, inArray, isNull } from "drizzle-orm";
import { inquiries, inquiryItems, type mails, placements, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { mayShareContact } from "../consents/may-share-contact";
import {
  type PatientLetter,
  type PlacementLetter,
  deletionLetters,
  findPlacementLetter,
  patientLetters,
  placementLetters,
} from "../mail/templates";
import { patientOf } from "../searches/patient-of";
import { isLetterMoot } from "./letter-states";
import { sharedStatuses } from "./status";

type Letter = PatientLetter | PlacementLetter;
type Meant = Pick<typeof placements.$inferSelect, "id" | "searchId">;

/**
 * Whoever cannot be written to is called by a person, who reads what the letter would have said. Nothing is added to a
 * call to the same side about the same placement that waits already. In the caller's transaction.
 */
export async function callInstead(ctx: Context, { id, searchId }: Meant, letter: Letter): Promise<void> {
  const sameCall = inArray(tasks.letter, [...lettersOfSameCall(letter)]);
  const waiting = and(eq(tasks.placementId, id), sameCall, isNull(tasks.doneAt));
  if ((await ctx.db.$count(tasks, waiting)) > 0) return;
  await ctx.db.insert(tasks).values({
    kind: "placement_call",
    subjectKind: "patient",
    subjectId: await patientOf(ctx, searchId),
    placementId: id,
    letter,
    dueAt: ctx.now,
    createdAt: ctx.now,
  });
}

/** One call says all that there is to say to one side; what is to be deleted is a call of its own. */
function lettersOfSameCall(letter: Letter): readonly Letter[] {
  if (isDeletionLetter(letter)) return [letter];
  if (patientLetters.some((one) => one === letter)) return patientLetters;
  return placementLetters.filter((one) => !isDeletionLetter(one));
}

const isDeletionLetter = (letter: Letter) => deletionLetters.some((one) => one === letter);

/**
 * Mails to a practice do not arrive: has it called about each patient with whom it is in contact. In the caller's
 * transaction.
 */
export async function callPracticeInstead(ctx: Context, practiceId: string): Promise<void> {
  const shared = await ctx.db
    .select({ id: placements.id, searchId: placements.searchId, status: placements.status })
    .from(placements)
    .innerJoin(inquiryItems, eq(inquiryItems.id, placements.itemId))
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(and(eq(inquiries.practiceId, practiceId), inArray(placements.status, [...sharedStatuses])));
  for (const { status, ...placement } of shared)
    await callInstead(ctx, placement, await missedLetter(ctx, status, placement.searchId));
}

/** What it may have missed. Whoever does not want to be named is not named on the telephone either. */
async function missedLetter(ctx: Context, status: string, searchId: string): Promise<PlacementLetter> {
  if (status !== "confirmed") return "progress_practice";
  const isNamed = await mayShareContact(ctx, await patientOf(ctx, searchId));
  return isNamed ? "patient_confirmed" : "patient_will_call";
}

/**
 * A letter about a placement reached nobody: has its recipient called, unless what it said is moot by now. That a place
 * is free again, or that a name is to be deleted, is never moot. In the caller's transaction.
 */
export async function callInsteadOfLetter(
  ctx: Context,
  { placementId, template }: Pick<typeof mails.$inferSelect, "placementId" | "template">,
): Promise<void> {
  const letter = findPlacementLetter(template);
  if (!placementId || !letter || (await isLetterMoot(ctx, { placementId, template }))) return;
  const [placement] = await ctx.db
    .select({ id: placements.id, searchId: placements.searchId })
    .from(placements)
    .where(eq(placements.id, placementId));
  if (placement) await callInstead(ctx, placement, letter);
}
