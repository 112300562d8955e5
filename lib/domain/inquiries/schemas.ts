import { z } from "zod";
import { isoDay, paragraph } from "../shared-schemas";
import { answerOutcomes, unsuitableReasons } from "./status";

/** What a therapist says of one patient of an inquiry. */
export const itemAnswer = z.object({
  itemId: z.uuid(),
  outcome: z.enum(answerOutcomes),
  note: paragraph(1000).default(""),
  /** With "accepted": in place of an earlier answer that was a no. */
  correction: z.boolean().default(false),
  /** With "unsuitable", if they like to say. */
  reason: z.enum(unsuitableReasons).nullable().default(null),
  /** With "later": from when to ask again. */
  laterOn: isoDay.nullable().default(null),
});
export type ItemAnswer = z.input<typeof itemAnswer>;

export const inquiryAnswers = z.array(itemAnswer).min(1).max(6);

/** What became of one answer: stored, or why not. */
export const answerResults = [
  "accepted",
  "recorded",
  "already_placed",
  "no_longer_searching",
  "already_answered",
] as const;
export type AnswerResult = (typeof answerResults)[number];
