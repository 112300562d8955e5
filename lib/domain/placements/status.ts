/**
 * What comes of an acceptance. `accepted` waits for the patient's yes; `confirmed`: the practice knows the name, the
 * first talk is ahead; `first_talk`: it took place; `started` is the only state that counts as placed.
 */
export const placementStatuses = [
  "accepted",
  "confirmed",
  "first_talk",
  "trial_sessions",
  "started",
  "failed",
] as const;
export type PlacementStatus = (typeof placementStatuses)[number];

/** News may leave a stage out: who tells of the start has not always told of the trial sessions. */
const transitions: Record<PlacementStatus, readonly PlacementStatus[]> = {
  accepted: ["confirmed", "failed"],
  confirmed: ["first_talk", "trial_sessions", "started", "failed"],
  first_talk: ["trial_sessions", "started", "failed"],
  trial_sessions: ["started", "failed"],
  // Staff learn at times that it ended soon after it began, or never began.
  started: ["failed"],
  failed: [],
};

/** The states from which a placement may enter `to`. */
export function placementStatusesBefore(to: PlacementStatus): PlacementStatus[] {
  return placementStatuses.filter((from) => transitions[from].includes(to));
}

/** Whether a placement may go from one state to the other. */
export const canFollow = (from: PlacementStatus, to: PlacementStatus) => transitions[from].includes(to);

/** The outcome is open: somebody still has to do or to say something. */
export const openPlacementStatuses = ["accepted", "confirmed", "first_talk", "trial_sessions"] as const;

/** The practice is in contact with the patient, and the outcome is open: what it has to know must reach it. */
export const sharedStatuses = ["confirmed", "first_talk", "trial_sessions"] as const;

/** Whether something is still to come of a placement. */
export const isOpenPlacement = ({ status }: { status: PlacementStatus }) =>
  openPlacementStatuses.some((open) => open === status);

/** From the confirmation on the practice may know who the patient is. */
export const namedPlacementStatuses = ["confirmed", "first_talk", "trial_sessions", "started"] as const;

/** The stages that patient and practice report. */
export const reportedStages = ["first_talk", "trial_sessions", "started"] as const;
export type ReportedStage = (typeof reportedStages)[number];

/** Why nothing came of an acceptance. */
export const failReasons = [
  "declined",
  "lapsed",
  /** The practice's yes was a mistake, said so before the patient's. */
  "taken_back",
  "no_show",
  "unsuitable",
  "no_capacity",
  "search_ended",
  "consent_withdrawn",
] as const;
export type FailReason = (typeof failReasons)[number];

/** What patients, practices and staff can say themselves; the others follow from what happens. */
export const failReasonsOf = {
  patient: ["declined", "unsuitable", "no_capacity"],
  therapist: ["no_show", "unsuitable", "no_capacity"],
  staff: ["declined", "no_show", "unsuitable", "no_capacity"],
} as const satisfies Record<string, readonly FailReason[]>;

/** What a practice that takes its yes back says instead. */
export const takenBackAnswers = ["rejected_capacity", "rejected_unsuitable"] as const;
export type TakenBackAnswer = (typeof takenBackAnswers)[number];
