import type { placements } from "@/db/schema";

/** How far an acceptance came, and when. */
export type Stages = Pick<
  typeof placements.$inferSelect,
  "id" | "acceptedAt" | "confirmedAt" | "firstTalkOn" | "firstTalkAt" | "trialSessionsAt" | "startedAt"
>;

export function stagesOf({
  id,
  acceptedAt,
  confirmedAt,
  firstTalkOn,
  firstTalkAt,
  trialSessionsAt,
  startedAt,
}: Stages): Stages {
  return { id, acceptedAt, confirmedAt, firstTalkOn, firstTalkAt, trialSessionsAt, startedAt };
}
