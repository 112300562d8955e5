import { isoDayOf } from "@/lib/format";
import { type ReportedStage, reportedStages } from "./status";

/** Where each reported stage keeps its time. */
export const stageTimes = {
  first_talk: "firstTalkAt",
  trial_sessions: "trialSessionsAt",
  started: "startedAt",
} as const satisfies Record<ReportedStage, string>;

type Stages = { status: string } & Record<(typeof stageTimes)[ReportedStage], Date | null>;

/** Whether the last report is of today, so that the patient can still take it back as a slip of the finger. */
export function isTakeBackDay(placement: Stages, now: Date): boolean {
  const stage = reportedStages.find((known) => known === placement.status);
  const reportedAt = stage && placement[stageTimes[stage]];
  return reportedAt != null && isoDayOf(reportedAt) === isoDayOf(now);
}

/** Nothing can come of a talk before its day; who met earlier corrects the day first. */
export const isTalkAhead = ({ firstTalkOn }: { firstTalkOn: string | null }, now: Date) =>
  firstTalkOn !== null && firstTalkOn > isoDayOf(now);
