/** Only active therapists are contacted; blocked carries a reason and a date. */
export const therapistStatuses = ["pending_review", "active", "blocked", "inactive"] as const;
export type TherapistStatus = (typeof therapistStatuses)[number];

const transitions: Record<TherapistStatus, readonly TherapistStatus[]> = {
  pending_review: ["active", "blocked", "inactive"],
  active: ["blocked", "inactive"],
  blocked: ["active", "inactive"],
  inactive: ["active", "pending_review"],
};

/** The states from which a therapist may enter `to`. */
export function therapistStatusesBefore(to: TherapistStatus): TherapistStatus[] {
  return therapistStatuses.filter((from) => transitions[from].includes(to));
}

/** Why a patient is never, or for now not, proposed to a therapist. */
export const exclusionReasons = ["unsuitable", "no_show", "capacity", "patient_wish", "staff"] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];
