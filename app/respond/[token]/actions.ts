"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { type FormState, dayOf, errorState, textOf } from "@/components/form/form-state";
import type { Context } from "@/lib/core/context";
import { declineInquiry } from "@/lib/domain/inquiries/decline-inquiry";
import type { AnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { offerNextPatient } from "@/lib/domain/inquiries/offer-next-patient";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import type { ItemAnswer } from "@/lib/domain/inquiries/schemas";
import { objectToContact } from "@/lib/domain/therapists/object-to-contact";
import { isoDayOf } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { openItems } from "./open-items";
import { therapistContext } from "./therapist-context";
import { idIn } from "@/lib/web/page";
import { answerField, laterField, reasonField, restChoices, restDay } from "./answer-fields";

/** Stores the answers that were chosen; whoever has none stays open. */
export async function sendAnswers(_previous: FormState, formData: FormData): Promise<FormState> {
  let answers: ItemAnswer[] = [];
  const options = {
    name: "answer inquiry",
    secrets: ["token"],
    fieldOf: (path: string) => fieldOf(path, answers),
  };
  return runForm(formData, options, async (typed) => {
    const { ctx, page } = await therapistContext(typed);
    answers = answersIn(typed, page);
    if (answers.length === 0) {
      const t = await getTranslations("respond.answer");
      return errorState({}, {}, t("nothing"));
    }
    const results = await respondToInquiry(ctx, page.inquiryId, answers);
    const lost = answers.filter(
      ({ itemId, outcome }) => outcome === "accepted" && results[itemId] !== "accepted",
    );
    const free = lost.filter(({ itemId }) => results[itemId] !== "already_answered").length;
    const followed = ctx.actor.kind === "therapist" ? await followLate(ctx, page.inquiryId, free) : 0;
    const told = { lost: positionsOf(page, lost), followed: followed || null };
    redirect(withQuery(paths.respond(textOf(typed, "token")), told));
  });
}

/**
 * Places were offered to people who found one or stopped searching a moment before: the next who fit follow at once.
 * Returns how many.
 */
async function followLate(ctx: Context, inquiryId: string, places: number): Promise<number> {
  for (let followed = 0; followed < places; followed++)
    if (!(await offerNextPatient(ctx, inquiryId))) return followed;
  return places;
}

/** Whose yes did not hold, for the page to say what became of it; null for nobody. */
function positionsOf({ items }: AnswerPage, lost: { itemId: string }[]): string | null {
  const positions = items
    .filter(({ itemId }) => lost.some((one) => one.itemId === itemId))
    .map(({ position }) => position);
  return positions.join(".") || null;
}

/** A no becomes a yes, as long as the person still searches. */
export async function correctAnswer(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "correct answer", secrets: ["token"] }, async (typed) => {
    const { ctx, page } = await therapistContext(typed);
    const itemId = idIn(typed, "itemId");
    const yes = { itemId, outcome: "accepted", correction: true } as const;
    const results = await respondToInquiry(ctx, page.inquiryId, [yes]);
    const lost = results[itemId] === "accepted" ? null : positionsOf(page, [yes]);
    redirect(withQuery(paths.respond(textOf(typed, "token")), { lost }));
  });
}

/** Shows the next person who fits, in place of somebody who is not searching any more. */
export async function showNext(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "offer next patient", secrets: ["token"] }, async (typed) => {
    const { ctx, page } = await therapistContext(typed);
    const offered = await offerNextPatient(ctx, page.inquiryId);
    const told = offered ? { followed: 1 } : { done: "nobody" };
    redirect(withQuery(paths.respond(textOf(typed, "token")), told));
  });
}

/** "No place for anyone before this day": the same answer for everybody who is still open. A colleague names no day. */
export async function declineAll(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "decline inquiry", secrets: ["token"] }, async (typed) => {
    const { ctx, page } = await therapistContext(typed);
    const until = ctx.actor.kind === "colleague" ? null : restUntil(typed, isoDayOf(ctx.now));
    if (openItems(page).length > 0) await declineInquiry(ctx, page.inquiryId, until);
    redirect(paths.respond(textOf(typed, "token")));
  });
}

function restUntil(typed: FormValues, today: string): string {
  const choice = restChoices.find((known) => known === textOf(typed, "rest")) ?? "day";
  return choice === "day" ? (dayOf(typed, "until") ?? "") : restDay(choice, today);
}

/** One click, and this person, address or domain is never written to again. */
export async function object(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "object to contact", secrets: ["token"] }, async (typed) => {
    const { ctx } = await therapistContext(typed);
    const kind = (["person", "address", "domain"] as const).find((known) => known === textOf(typed, "kind"));
    if (!kind) return errorState({}, {}, (await getTranslations("errors"))("choose"));
    await objectToContact(ctx, { kind });
    redirect(
      withQuery(paths.respond("objected"), { kind: ctx.actor.kind === "colleague" ? "colleague" : kind }),
    );
  });
}

/** What was chosen for the people of this inquiry; other names in the form are not looked at. */
function answersIn(typed: FormValues, { items }: AnswerPage): ItemAnswer[] {
  return items.flatMap(({ itemId }) => {
    const outcome = textOf(typed, answerField(itemId)) as ItemAnswer["outcome"];
    if (!outcome) return [];
    const laterOn = outcome === "later" ? textOf(typed, laterField(itemId)) || null : null;
    const reason = (textOf(typed, reasonField(itemId)) || null) as ItemAnswer["reason"];
    return [{ itemId, outcome, laterOn, reason: outcome === "rejected_unsuitable" ? reason : null }];
  });
}

/** "1.outcome" is about the field in which the second answer was chosen. */
function fieldOf(path: string, answers: ItemAnswer[]): string {
  const [position = "", part] = path.split(".");
  const itemId = answers[Number(position)]?.itemId ?? "";
  if (part === "laterOn") return laterField(itemId);
  return part === "reason" ? reasonField(itemId) : answerField(itemId);
}
