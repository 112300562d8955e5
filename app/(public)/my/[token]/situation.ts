import { requiredConsents } from "@/lib/domain/consents/status";
import type { PatientPage } from "@/lib/domain/patients/get-patient-page";

/** How the search stands, in the cases that the page tells apart. */
export type Situation =
  | "unverified"
  | "active"
  | "paused"
  | "consentMissing"
  | "offered"
  | "confirmed"
  | "firstTalk"
  | "trialSessions"
  | "started"
  | "cancelled";

const ofPlacement = {
  accepted: "offered",
  confirmed: "confirmed",
  first_talk: "firstTalk",
  trial_sessions: "trialSessions",
  started: "started",
} as const;

export function situationOf({ search, consents, placement }: PatientPage): Situation {
  if (!search) return "cancelled";
  if (search.status === "placed") return placement ? ofPlacement[placement.status] : "offered";
  const isRunning = search.status === "active" || search.status === "paused";
  // A pause of the patient's own does not end by itself either while a consent is missing.
  const isMissing = consents.some(({ kind, grantedAt }) => requiredConsents.includes(kind) && !grantedAt);
  return isRunning && isMissing ? "consentMissing" : search.status;
}

/** Which sentence says what we do next. */
export function nextOf(page: PatientPage) {
  const situation = situationOf(page);
  if (situation === "paused" && page.search?.pausedUntil) return "pausedUntil";
  if (situation === "confirmed" && page.placement?.firstTalkOn) return "confirmedDated";
  if (situation === "confirmed" && !page.sharesContact) return "confirmedUnnamed";
  if (situation !== "active") return situation;
  if (page.asked.asked === 0) return "notAsked";
  return page.asked.open > 0 ? "open" : "noneOpen";
}
