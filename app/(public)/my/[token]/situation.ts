import type { PatientPage } from "@/lib/domain/patients/get-patient-page";

/** How the search stands, in the cases that the page tells apart. */
export type Situation = "unverified" | "active" | "paused" | "consentMissing" | "placed" | "cancelled";

export function situationOf({ search }: PatientPage): Situation {
  if (!search) return "cancelled";
  if (search.status === "paused" && search.pausedForConsent) return "consentMissing";
  return search.status;
}

/** Which sentence says what we do next. */
export function nextOf(page: PatientPage) {
  const situation = situationOf(page);
  if (situation === "paused" && page.search?.pausedUntil) return "pausedUntil";
  if (situation !== "active") return situation;
  if (page.asked.asked === 0) return "notAsked";
  return page.asked.open > 0 ? "open" : "noneOpen";
}
