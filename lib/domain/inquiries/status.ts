/** One message to one therapist about one to six searches. */
export const inquiryStatuses = ["proposed", "approved", "sent", "answered", "expired", "cancelled"] as const;
export type InquiryStatus = (typeof inquiryStatuses)[number];

const transitions: Record<InquiryStatus, readonly InquiryStatus[]> = {
  proposed: ["approved", "cancelled"],
  /** Back to the review as long as nothing was sent. */
  approved: ["sent", "proposed", "cancelled"],
  sent: ["answered", "expired", "cancelled"],
  /** Open once more when the next person follows into a freed position. */
  answered: ["sent"],
  /** A late answer is welcome. */
  expired: ["answered"],
  /** What was rejected in review comes back to it; what only lost its last person may be followed by the next. */
  cancelled: ["proposed", "sent"],
};

/** The states from which an inquiry may enter `to`. */
export function inquiryStatusesBefore(to: InquiryStatus): InquiryStatus[] {
  return inquiryStatuses.filter((from) => transitions[from].includes(to));
}

/** While an inquiry is in one of these states its mailbox gets no other. */
export const openInquiryStatuses = ["proposed", "approved", "sent"] as const;

/** The open ones that a coordinator has agreed to. */
export const agreedInquiryStatuses = ["approved", "sent"] as const;

export const itemOutcomes = [
  "pending",
  "accepted",
  "later",
  "rejected_capacity",
  "rejected_unsuitable",
  "rejected_other",
  "no_answer",
  "placed_elsewhere",
  "withdrawn",
  "no_show",
  "in_trial_sessions",
] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** What a therapist can say of one patient. */
export const answerOutcomes = [
  "accepted",
  "later",
  "rejected_capacity",
  "rejected_unsuitable",
  "rejected_other",
] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];

/** Answers that a therapist may change into an acceptance as long as the patient searches. */
export const correctableOutcomes = [
  "later",
  "rejected_capacity",
  "rejected_unsuitable",
  "rejected_other",
] as const;

/** Why a patient does not suit a therapist. */
export const unsuitableReasons = ["age", "concern", "times", "method", "other"] as const;
export type UnsuitableReason = (typeof unsuitableReasons)[number];

export const inquiryChannels = ["email", "phone"] as const;
export type InquiryChannel = (typeof inquiryChannels)[number];

/** Why a reviewer does not send a proposal; all but the first teach something for the next matching runs. */
export const rejectReasons = ["rejected_in_review", "never_together", "not_now", "wrong_data"] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** What a rejection left behind, so that it can be undone: ids and instants only. */
export type ReviewLesson = {
  /** Patients who were not excluded for staff's reasons before. */
  excluded?: string[];
  /** Until when the mailbox rests now, and did before. */
  resting?: { until: string; before: string | null };
  taskId?: string;
};
