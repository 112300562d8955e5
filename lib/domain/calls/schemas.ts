import { z } from "zod";
import { isoDay, paragraph } from "../shared-schemas";
import { inquiryAnswers } from "../inquiries/schemas";
import { callResults } from "./status";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What somebody writes down after a call. */
export const callRecord = z.object({
  result: z.enum(callResults),
  notes: paragraph(2000).default(""),
  /** How long the practice said one would wait, in weeks. */
  namedWaitWeeks: z.number().int().min(0).max(520).nullable().default(null),
  /** With `call_back`: when the practice asked to be called, in German time. */
  callBack: z.object({ on: isoDay, at: clock }).nullable().default(null),
  /** With `objection`: of whom, by the inquiry to them. May be left out where one inquiry is asked about. */
  objecting: z.array(z.uuid()).default([]),
  /** What the practice said about each person, by inquiry. */
  answers: z.array(z.object({ inquiryId: z.uuid(), answers: inquiryAnswers })).default([]),
});
export type CallRecord = z.input<typeof callRecord>;
