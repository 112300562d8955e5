/** Where a patient's way stands as a whole; the running search has its own status. */
export const patientStatuses = [
  "open",
  "searching",
  "in_therapy",
  "therapy_completed",
  "search_cancelled",
  "therapy_cancelled",
] as const;
export type PatientStatus = (typeof patientStatuses)[number];
