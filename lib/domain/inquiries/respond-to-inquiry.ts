import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import type { z } from "zod";
import { exclusions, inquiries, inquiryItems, placements, practices, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inSavepoint } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { getSettings } from "../settings/settings";
import { isTooFarAhead } from "../furthest-day";
import { noteLaterPlace } from "../therapists/note-later-place";
import { openPlacement } from "../placements/open-placement";
import { cancelEmptyInquiries, cancelPlannedCalls } from "./cancel-empty-inquiries";
import { dropPairFromUnsentInquiries } from "./drop-pair";
import { type AnswerResult, type ItemAnswer, inquiryAnswers, type itemAnswer } from "./schemas";
import { type InquiryStatus, type ItemOutcome, answerOutcomes, correctableOutcomes } from "./status";
import { lockInquiriesOf } from "./lock-inquiries";
import { requireAnswering, speaksForPractice } from "./require-answering";
import { sendReceipt } from "./send-receipt";
import { withdrawSearchFromInquiries } from "./withdraw-search";

type Answer = z.output<typeof itemAnswer>;
type Item = typeof inquiryItems.$inferSelect;

/**
 * Stores a therapist's answers, each in a transaction of its own, so that one conflict does not undo the others. Within
 * a transaction of the caller, which has locked what they change (`lockForAnswers`), all of them or none are stored.
 * The first acceptance of a search wins: it is one conditional update of the search. Whoever comes later gets
 * `already_placed`. An answer after the time was over is stored as any other;
 * `invalid` for a day to ask again that is more than two years ahead. Allowed to the therapist of this inquiry
 * by link, to a colleague to whom it was sent on, whose answers change nothing of the practice itself, and to staff who
 * write down a phone call.
 */
export async function respondToInquiry(
  ctx: Context,
  inquiryId: string,
  answers: ItemAnswer[],
): Promise<Record<string, AnswerResult>> {
  requireAnswering(ctx, inquiryId);
  const valid = inquiryAnswers.parse(answers);
  refuseDistantDays(ctx, valid);
  const results: Record<string, AnswerResult> = {};
  for (const answer of valid) {
    try {
      await inSavepoint(ctx, (tx) => respondToItem(tx, inquiryId, answer));
      results[answer.itemId] = answer.outcome === "accepted" ? "accepted" : "recorded";
    } catch (error) {
      if (!(error instanceof AnswerTooLate)) throw error;
      results[answer.itemId] = await whyTooLate(ctx, answer.itemId);
    }
  }
  return results;
}

/** Before anything is stored. */
function refuseDistantDays(ctx: Context, answers: Answer[]): void {
  const position = answers.findIndex(({ laterOn }) => laterOn && isTooFarAhead(laterOn, ctx.now));
  if (position < 0) return;
  throw new AppError("invalid", "date_too_far", { fields: { [`${position}.laterOn`]: "date_too_far" } });
}

/** Late answers are welcome: items whose time was over can still be answered. */
const answerable: InquiryStatus[] = ["sent", "expired", "answered"];

/** What an answer may take the place of: nothing said so far, and for a correction a no, as long as the search runs. */
function replaceable({ outcome, correction }: Answer): ItemOutcome[] {
  const unsaid: ItemOutcome[] = ["pending", "no_answer"];
  return correction && outcome === "accepted" ? [...unsaid, ...correctableOutcomes] : unsaid;
}

/** What came of a yes is no answer that could be changed. */
function neverPlaced(ctx: Context, { id }: Item) {
  const placed = ctx.db
    .select({ one: sql`1` })
    .from(placements)
    .where(eq(placements.itemId, id));
  return notExists(placed);
}

/** The earlier no kept this pair apart. */
async function liftExclusions(ctx: Context, { searchId }: Item, therapistId: string): Promise<void> {
  const patientOf = ctx.db.select({ id: searches.patientId }).from(searches).where(eq(searches.id, searchId));
  await ctx.db
    .delete(exclusions)
    .where(
      and(
        eq(exclusions.therapistId, therapistId),
        inArray(exclusions.patientId, patientOf),
        inArray(exclusions.reason, ["unsuitable", "capacity"]),
      ),
    );
}

/** Undoes the transaction of one answer. */
class AnswerTooLate extends Error {}

/** Locks go from the search to its inquiries to their items, here and in every other verb. */
async function respondToItem(ctx: Context, inquiryId: string, answer: Answer): Promise<void> {
  const mine = and(eq(inquiryItems.id, answer.itemId), eq(inquiryItems.inquiryId, inquiryId));
  const [item] = await ctx.db.select().from(inquiryItems).where(mine);
  if (!item) throw notFound();
  if (answer.outcome === "accepted") {
    await winSearch(ctx, item);
    await lockInquiriesOf(ctx, [item.searchId], [inquiryId]);
  } else if (isExcluding(answer)) await lockInquiriesOf(ctx, [item.searchId], [inquiryId]);
  const [inquiry] = await ctx.db
    .select()
    .from(inquiries)
    .where(and(eq(inquiries.id, inquiryId), inArray(inquiries.status, answerable)))
    .for("update");
  if (!inquiry) throw new AnswerTooLate();
  const stored = await ctx.db
    .update(inquiryItems)
    .set({ outcome: answer.outcome, ...detailsOf(answer), outcomeAt: ctx.now })
    .where(and(mine, inArray(inquiryItems.outcome, replaceable(answer)), neverPlaced(ctx, item)))
    .returning({ id: inquiryItems.id });
  if (stored.length === 0) throw new AnswerTooLate();
  if (answer.correction) await liftExclusions(ctx, item, inquiry.therapistId);
  if (answer.outcome === "accepted") await placeSearch(ctx, item);
  else await excludeAsAnswered(ctx, item, inquiry, answer);
  if (answer.outcome === "later" && answer.laterOn && speaksForPractice(ctx))
    await noteLaterPlace(ctx, inquiry, answer.laterOn);
  await audit(
    ctx,
    "inquiry.answer",
    { kind: "inquiry", id: inquiryId },
    { itemId: item.id, outcome: answer.outcome },
  );
  await emit(ctx, "inquiry/item.answered", { inquiryId, itemId: item.id });
  // Whoever answers, even in part, is not called about it, unless they asked to be.
  await cancelPlannedCalls(ctx, inquiryId, { keepAppointments: true });
  if (inquiry.status === "expired") await reopenAsAnswered(ctx, inquiryId);
  await cancelEmptyInquiries(ctx, [inquiryId]);
  if (inquiry.status !== "answered") await sendReceipt(ctx, inquiryId);
}

/** The time was over, and an answer came after all. */
async function reopenAsAnswered(ctx: Context, inquiryId: string): Promise<void> {
  await ctx.db
    .update(inquiries)
    .set({ status: "answered", closedAt: ctx.now })
    .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "expired")));
  await emit(ctx, "inquiry/answered", { inquiryId });
}

function detailsOf({ outcome, note, reason, laterOn }: Answer) {
  return { note: note || null, reason: outcome === "rejected_unsuitable" ? reason : null, laterOn };
}

async function winSearch(ctx: Context, item: Item): Promise<void> {
  const won = await ctx.db
    .update(searches)
    .set({ status: "placed", placedItemId: item.id, placedAt: ctx.now })
    .where(and(eq(searches.id, item.searchId), eq(searches.status, "active")))
    .returning({ id: searches.id });
  if (won.length === 0) throw new AnswerTooLate();
}

/** The other practices see at once that this patient has a place. */
async function placeSearch(ctx: Context, { id: itemId, searchId }: Item): Promise<void> {
  await withdrawSearchFromInquiries(ctx, searchId, "placed_elsewhere", itemId);
  await openPlacement(ctx, { searchId, itemId });
}

const dayMs = 24 * 60 * 60 * 1000;

const isExcluding = ({ outcome }: Answer) =>
  outcome === "rejected_unsuitable" || outcome === "rejected_capacity";

/**
 * "Unsuitable" excludes the pair for good, "no capacity" as long as the mailbox cools, or for the setting
 * `capacityExclusionDays` where it does not. Nothing unsent asks for it.
 */
async function excludeAsAnswered(
  ctx: Context,
  item: Item,
  inquiry: { therapistId: string; practiceId: string },
  answer: Answer,
): Promise<void> {
  if (!isExcluding(answer)) return;
  const [found] = await ctx.db
    .select({ patientId: searches.patientId, coolingUntil: practices.coolingUntil })
    .from(searches)
    .innerJoin(practices, eq(practices.id, inquiry.practiceId))
    .where(eq(searches.id, item.searchId));
  if (!found) return;
  const forGood = answer.outcome === "rejected_unsuitable";
  const { capacityExclusionDays } = await getSettings(ctx);
  const cools = found.coolingUntil !== null && found.coolingUntil > ctx.now;
  const whileCooling = cools
    ? found.coolingUntil
    : new Date(ctx.now.getTime() + capacityExclusionDays * dayMs);
  const until = forGood ? null : whileCooling;
  await ctx.db
    .insert(exclusions)
    .values({
      patientId: found.patientId,
      therapistId: inquiry.therapistId,
      reason: forGood ? "unsuitable" : "capacity",
      until,
      createdAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: [exclusions.patientId, exclusions.therapistId, exclusions.reason],
      set: { until },
    });
  await dropPairFromUnsentInquiries(ctx, {
    patientId: found.patientId,
    therapistId: inquiry.therapistId,
  });
}

async function whyTooLate(ctx: Context, itemId: string): Promise<AnswerResult> {
  const [state] = await ctx.db
    .select({ outcome: inquiryItems.outcome, search: searches.status, placedItemId: searches.placedItemId })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiryItems.id, itemId));
  if (!state) throw notFound();
  if (state.outcome === "placed_elsewhere") return "already_placed";
  if (answerOutcomes.some((outcome) => outcome === state.outcome)) return "already_answered";
  if (state.search === "placed" && state.placedItemId !== itemId) return "already_placed";
  return "no_longer_searching";
}
