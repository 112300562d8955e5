/** Why a reviewer does not send a proposal, in words that can be counted. */
export const rejectReasons = ["rejected_in_review", "wrong_therapist", "wrong_patients", "not_now"] as const;
